/**
 * How far claims, origins, links and copies agree with what was judged by hand (`test/resolve/judged/`), story by story:
 *
 *     npm run bench judged [story…] [--errors]
 */
import { f1, judge, judgedOf, judgedStories, recordsOf, resolveJudged } from '../test/resolve/judged.js'
import { figure } from './figures.js'

const args = process.argv.slice(2)
const named = args.filter((arg) => !arg.startsWith('--'))
for (const story of named.length > 0 ? named : judgedStories()) {
  const judged = judgedOf(story)
  const records = recordsOf(judged)
  const { pairs, origins, links, falseContradictions, copies, errors } = judge(judged, records, resolveJudged(records))
  // The sample's bars are those that were asked for; the other stories show whether they hold elsewhere.
  const bar = <Bar>(wanted: Bar): Bar | undefined => (story === 'seeds' ? wanted : undefined)
  figure(`${story}: pairs of statements in one claim`, 100 * f1(pairs), '% F1', bar({ atLeast: 75 }))
  figure(`${story}: claims with the right number of origins`, origins.right, `of ${origins.of}`, bar({ atLeast: 15 }))
  figure(`${story}: links found`, links.right, `of ${links.wanted}`, bar({ atLeast: Math.ceil(links.wanted / 2) }))
  figure(`${story}: links that nobody judged right`, links.found - links.right, `of ${links.found}`)
  figure(`${story}: false contradictions`, falseContradictions, 'of them', { atMost: 0 })
  figure(`${story}: copies, with direction and kind`, 100 * f1(copies), '% F1', { atLeast: 100 })
  if (args.includes('--errors')) for (const error of errors) console.log(`  ${error}`)
}
