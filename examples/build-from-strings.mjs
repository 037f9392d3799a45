// Articles as strings → who says what. Run it with: node examples/build-from-strings.mjs
import { build } from 'hearsay'

const { records, resolution, summary } = build([
  {
    name: 'morning',
    published: '2024-04-09',
    publisher: 'Evening Post',
    text: 'Ferry crews walked out on Monday. “Nobody can steer a ship after four nights,” said Petra Lund, who speaks for the union.'
  },
  {
    name: 'noon',
    published: '2024-04-09',
    publisher: 'Harbour Herald',
    text: 'The company, Norline, denied that it had refused to talk. The strike is over, a spokeswoman for the port told Radio North.'
  }
])

for (const { article, statements } of records) {
  for (const { act, chain, content, confidence } of statements) {
    const words = content.map(({ start, end }) => article.text.slice(start, end)).join(' … ')
    const who = chain.map(({ entity, role }) => `${entity} (${role})`).join(' → ')
    console.log(`${article.doc}: ${who} ${act}: ${words} [${confidence.toFixed(2)}]`)
  }
}
console.log(`${summary.statements} statements, ${resolution.claims.length} claims`)
