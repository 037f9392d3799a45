// One article step by step, as a notebook would show it: node examples/walk-through.mjs
import { articleOf, buildFromRecords, extract } from 'hearsay'

const text =
  'date 2024-04-09 PORTO – The union claimed that a sixth ship was about to stop, the state broadcaster reported on Monday.'

console.log('1. The text, with its metadata marked but not cut out:')
const article = articleOf(text, 'union')
for (const { kind, start, end } of article.marks) console.log(`   ${kind}: ${JSON.stringify(text.slice(start, end))}`)

console.log('2. What it says, read from this article alone:')
const record = extract(article)
const words = (span) => JSON.stringify(text.slice(span.start, span.end))
for (const statement of record.statements) {
  console.log(`   ${statement.source.map(words)} ${statement.cue.map(words)} ${statement.content.map(words)}`)
  console.log(
    `     act ${statement.act}, ${statement.mode}, chain ${statement.chain.map((hop) => `${hop.entity} as ${hop.role}`).join(', then ')}`
  )
  for (const when of statement.when) console.log(`     ${when.of}: ${words(when)} = ${when.from}`)
}

console.log('3. Over all articles (here there is one), who is who and what is claimed:')
const { resolution, graph } = buildFromRecords([record])
for (const claim of resolution.claims) {
  console.log(
    `   ${JSON.stringify(claim.text)}: ${claim.statements.length} statements, ${claim.origins.length} origins`
  )
}
console.log(`4. As a graph: ${graph.order} nodes and ${graph.size} edges, each with its place in the text:`)
graph.forEachEdge((_, { relation, start, end, quote }) =>
  console.log(`   ${relation} ${start}–${end} ${JSON.stringify(quote.slice(0, 60))}`)
)
