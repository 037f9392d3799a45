// The graph asked with SPARQL, in memory: node examples/query-with-sparql.mjs
import { build, writeTrig } from 'hearsay'
import { GraphStore, plainText } from 'hearsay/store'

const { quads } = build([
  {
    name: 'a',
    text: 'The company, Norline, denied any delay. The union claimed that two ships had been stopped, Radio North reported.'
  }
])
const store = new GraphStore([{ name: 'graph', format: 'trig', text: [...writeTrig(quads())].join('') }])
const answer = store.ask({
  query: `
    PREFIX hs: <https://w3id.org/hearsay/ns#>
    PREFIX schema: <https://schema.org/>
    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    SELECT ?who ?what {
      ?statement hs:act hs:act-deny ; hs:saidBy/skos:prefLabel ?who ; schema:text ?what .
    }
    ORDER BY ?who ?what`
})
if (answer.kind === 'rows') {
  for (const row of answer.rows) console.log(`${plainText(row.who)} denied ${plainText(row.what)}`)
}
