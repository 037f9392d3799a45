import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.DirectedGraph;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.io.processor.spi.Processor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Graph files → what Gephi makes of each, as JSON lines: one of kind "file" with the issues of its import report, the numbers and the
 * columns, then one for each node and edge with all values. Imports as the desktop's "Open" does, with Gephi's own settings.
 */
public final class GephiImport {
  private static final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);

  public static void main(String[] files) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    ImportController imports = Lookup.getDefault().lookup(ImportController.class);
    projects.newProject();
    for (String name : files) {
      Workspace workspace = projects.newWorkspace(projects.getCurrentProject());
      projects.openWorkspace(workspace);
      Container container = imports.importFile(new File(name));
      if (container == null) throw new IllegalStateException("Gephi cannot read " + name);
      // Taken before processing, which empties the report of the import and writes another.
      List<Issue> issues = new ArrayList<>(container.getReport().getIssuesList(1000));
      Processor processor = new DefaultProcessor();
      imports.process(container, processor, workspace);
      if (processor.getReport() != null) issues.addAll(processor.getReport().getIssuesList(1000));
      GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
      print(name, issues, model);
      projects.closeCurrentWorkspace();
    }
    out.flush();
    System.exit(0);
  }

  private static void print(String name, List<Issue> issueList, GraphModel model) {
    DirectedGraph graph = model.getDirectedGraph();
    StringBuilder issues = new StringBuilder();
    for (Issue issue : issueList) {
      if (issues.length() > 0) issues.append(',');
      issues.append(quoted(issue.getLevel() + ": " + issue.getMessage()));
    }
    out.println("{\"is\":\"file\",\"file\":" + quoted(name) + ",\"issues\":[" + issues + "],\"nodes\":" + graph.getNodeCount() + ",\"edges\":"
        + graph.getEdgeCount() + ",\"directed\":" + model.isDirected() + ",\"dynamic\":" + model.isDynamic() + ",\"edgeTypes\":"
        + model.getEdgeTypeCount() + ",\"nodeColumns\":" + columns(model.getNodeTable()) + ",\"edgeColumns\":"
        + columns(model.getEdgeTable()) + "}");
    for (Node node : graph.getNodes().toArray()) {
      out.println("{\"is\":\"node\",\"id\":" + quoted(String.valueOf(node.getId())) + ",\"label\":" + quoted(node.getLabel()) + ",\"x\":"
          + node.x() + ",\"y\":" + node.y() + ",\"size\":" + node.size() + ",\"rgb\":\"" + hex(node.r(), node.g(), node.b())
          + "\"" + time(node, model) + ",\"values\":" + values(node, model.getNodeTable()) + "}");
    }
    for (Edge edge : graph.getEdges().toArray()) {
      out.println("{\"is\":\"edge\",\"id\":" + quoted(String.valueOf(edge.getId())) + ",\"label\":" + quoted(edge.getLabel())
          + ",\"source\":" + quoted(String.valueOf(edge.getSource().getId())) + ",\"target\":"
          + quoted(String.valueOf(edge.getTarget().getId())) + ",\"weight\":" + edge.getWeight() + ",\"type\":"
          + quoted(String.valueOf(edge.getTypeLabel())) + ",\"rgb\":\"" + hex(edge.r(), edge.g(), edge.b()) + "\"" + time(edge, model)
          + ",\"values\":" + values(edge, model.getEdgeTable()) + "}");
    }
  }

  /** Columns that came with the file; Gephi's own are left out. */
  private static String columns(Table table) {
    StringBuilder found = new StringBuilder("{");
    for (Column column : table) {
      if (column.isProperty()) continue;
      if (found.length() > 1) found.append(',');
      found.append(quoted(column.getTitle())).append(':').append(quoted(column.getTypeClass().getSimpleName()));
    }
    return found.append('}').toString();
  }

  private static String values(Element element, Table table) {
    StringBuilder found = new StringBuilder("{");
    for (Column column : table) {
      if (column.isProperty()) continue;
      Object value = element.getAttribute(column);
      if (value == null) continue;
      if (found.length() > 1) found.append(',');
      found.append(quoted(column.getTitle())).append(':');
      found.append(value instanceof Number ? value.toString() : quoted(value.toString()));
    }
    return found.append('}').toString();
  }

  private static String time(Element element, GraphModel model) {
    if (!model.isDynamic()) return "";
    Interval interval = element.getTimeBounds();
    return interval == null ? ",\"from\":null" : ",\"from\":" + quoted(String.valueOf(interval.getLow()));
  }

  private static String hex(float r, float g, float b) {
    return String.format("#%02x%02x%02x", Math.round(r * 255), Math.round(g * 255), Math.round(b * 255));
  }

  private static String quoted(String text) {
    if (text == null) return "null";
    StringBuilder found = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') found.append('\\').append(c);
      else if (c < ' ' || c > '~') found.append(String.format("\\u%04x", (int) c));
      else found.append(c);
    }
    return found.append('"').toString();
  }
}
