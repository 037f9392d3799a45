import java.io.File;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLResultsJSONWriter;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/** Rdf4jAsk GRAPH FOLDER QUERY...: loads a TriG file and writes the answer to each query file into the folder, as SPARQL's JSON. */
public class Rdf4jAsk {
    public static void main(String[] args) throws Exception {
        var repository = new SailRepository(new MemoryStore());
        try (var connection = repository.getConnection()) {
            connection.add(new File(args[0]), "https://w3id.org/hearsay/id/", RDFFormat.TRIG);
            for (int i = 2; i < args.length; i++) {
                var query = Path.of(args[i]);
                var answer = Path.of(args[1], query.getFileName() + ".json");
                try (var out = new FileOutputStream(answer.toFile())) {
                    connection.prepareTupleQuery(Files.readString(query)).evaluate(new SPARQLResultsJSONWriter(out));
                }
            }
        }
        repository.shutDown();
    }
}
