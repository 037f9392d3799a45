/**
 * How far claims, origins, links and copies agree with what was judged by hand (`test/resolve/judged/`), story by story:
 *
 *     npx tsx bench/judged.ts [story…] [--errors]
 */
import { f1, judge, judgedOf, judgedStories, recordsOf, resolveJudged } from '../test/resolve/judged.js'

const args = process.argv.slice(2)
const named = args.filter((arg) => !arg.startsWith('--'))
for (const story of named.length > 0 ? named : judgedStories()) {
  const judged = judgedOf(story)
  const records = recordsOf(judged)
  const { pairs, origins, links, falseContradictions, copies, errors } = judge(judged, records, resolveJudged(records))
  const percent = (share: typeof pairs): string =>
    `${(100 * f1(share)).toFixed(1)} (${share.right} right of ${share.found} found, ${share.wanted} wanted)`
  process.stdout.write(
    `${story}: pairs F1 ${percent(pairs)}; origins ${origins.right} of ${origins.of}; links F1 ${percent(links)}, ` +
      `${falseContradictions} false contradictions; copies F1 ${percent(copies)}\n`
  )
  if (args.includes('--errors')) for (const error of errors) process.stdout.write(`  ${error}\n`)
}
