// Names that you know, so that two spellings are one actor: node examples/custom-gazetteer.mjs
import { build, defaultGazetteer, mergeGazetteers, parseGazetteer } from 'hearsay'

const mine = parseGazetteer(
  `
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <https://schema.org/> .
<https://example.org/norline> a schema:Organization ;
  skos:prefLabel "Norline"@en ; skos:altLabel "Northern Line Shipping"@en, "NLS"@en .
`,
  'norline.ttl'
)
const articles = [
  { name: 'a', text: 'Norline said the ferries would sail on Friday.' },
  { name: 'b', text: 'The ferries are safe, Northern Line Shipping said in a statement.' }
]
const named = (gazetteer) => {
  const { records } = build(articles, { gazetteer })
  return records.flatMap(({ statements }) => statements.map(({ chain }) => chain[0]?.entity)).sort()
}

console.log('without:', named(defaultGazetteer()).join(', '))
console.log('with:   ', named(mergeGazetteers([defaultGazetteer(), mine])).join(', '))
