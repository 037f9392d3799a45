/** distributed/: two executors of Spark give what `hearsay build` gives, also when an executor or a filter is killed. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'

const python = resolve('.cache/distributed/bin/python')
const dir = resolve('.cache/distributed-test')
const hearsay = `${process.execPath} ${resolve('dist/cli.js')}`
/** Handed to developers and to CI; a user who has only the repository has it not. */
const news = resolve('../shared/data/polnear/train/text')

function run(command: string, args: readonly string[]): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  const said = `${stdout}${stderr}`.split('\n').filter((line) => !/ INFO |^\s+at /.test(line))
  return { status, said: said.slice(-60).join('\n') }
}

function expectDone({ status, said }: ReturnType<typeof run>, wanted = 0): void {
  expect(status, said).toBe(wanted)
}

const cluster = (...args: string[]) => run(python, ['distributed/test/run.py', ...args])
const compare = (ours: string, theirs: string) => run(python, ['distributed/test/compare.py', ours, theirs])
const build = (...args: string[]) => run(process.execPath, ['dist/cli.js', 'build', ...args, '--quiet', '--no-cache'])

/** Makes a file one of those that are handed over in another way, being large. */
const filler = 'x'.repeat(1 << 20)

function warcOf(url: string, paragraphs: readonly string[]): string {
  const html = `<html><head><title>Rain</title></head><body><article>${paragraphs.map((each) => `<p>${each}</p>`).join('')}</article></body></html>`
  const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${html}`
  const head = [
    'WARC/1.0',
    'WARC-Type: response',
    `WARC-Target-URI: ${url}`,
    'Content-Type: application/http; msgtype=response'
  ]
  const info = ['WARC/1.0', 'WARC-Type: warcinfo', `Content-Length: ${filler.length}`]
  const page = [...head, `Content-Length: ${Buffer.byteLength(block)}`]
  return `${info.join('\r\n')}\r\n\r\n${filler}\r\n\r\n${page.join('\r\n')}\r\n\r\n${block}\r\n\r\n`
}

const failuresOf = (out: string): { input: string; code: string }[] =>
  readdirSync(`${out}/failures`)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => readFileSync(`${out}/failures/${name}`, 'utf8').split('\n').filter(Boolean))
    .map((line) => JSON.parse(line))

beforeAll(() => {
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true })
})

test('filters that die or stall lose nothing, or say what they lose', () => {
  expectDone(run(python, ['-W', 'ignore::ResourceWarning', '-m', 'unittest', 'discover', 'distributed/test']))
})

describe('the sample', () => {
  test('with a corrupt part and a killed filter it is what build writes, and the bad inputs are named', () => {
    const story = { text: 'Ana Reis said it rained.', published: '2024-03-05', filler }
    writeFileSync(`${dir}/part.jsonl`, `${JSON.stringify(story)}\n{"text": "cut o`)
    writeFileSync(`${dir}/part.jsonl.gz`, Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2, 3]))
    writeFileSync(`${dir}/latin.txt`, Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x20, 0x63]))
    const told =
      'The mayor of Lodva, Jan Olsk, said on Monday that the bridge over the river would stay open all summer.'
    writeFileSync(`${dir}/crawl.warc`, warcOf('https://news.example/rain', [told, told.replace('Monday', 'Tuesday')]))
    const inputs = [
      'seeds',
      ...['part.jsonl', 'part.jsonl.gz', 'latin.txt', 'crawl.warc'].map((name) => `${dir}/${name}`)
    ]
    expectDone(build(...inputs, '--out', `${dir}/sample`), 1)
    const near = ['--around', 'vladimir-putin', '--around-articles', '3']
    const marker = `${dir}/killed`
    const flaky = `${resolve('distributed/test/flaky.sh')} ${marker} 'match claims' ${hearsay} --`
    // As if it were too large for one task, components are found by rounds of all, and no table goes whole to all executors.
    const settings = ['--hearsay', flaky, '--partitions', '4', '--edges-at-once', '0', '--rows-for-all', '0']
    expectDone(cluster(...inputs, '--out', `${dir}/sample-spark`, ...settings, ...near), 1)
    expect(existsSync(marker)).toBe(true)
    expect(JSON.parse(readFileSync(`${dir}/sample-spark/report.json`, 'utf8')).articles).toBe(7)
    expectDone(compare(`${dir}/sample-spark`, `${dir}/sample`))
    expect(readdirSync(`${dir}/sample-spark/neighbourhood`)).toContain('graph.graphml')
    const { failures } = JSON.parse(readFileSync(`${dir}/sample/summary.json`, 'utf8'))
    expect(failuresOf(`${dir}/sample-spark`).map(({ input, code }) => [input, code])).toEqual(
      failures.map(({ input, code }: { input: string; code: string }) => [input, code])
    )
  }, 1_800_000)
})

describe.skipIf(!existsSync(news))(`2,000 articles made from ${news}`, () => {
  test('with an executor killed while it extracts and another half-way it is what build writes', () => {
    expectDone(run(python, ['distributed/test/corpus.py', news, '2000', `${dir}/news`, '1000']))
    expectDone(build(`${dir}/news`, '--out', `${dir}/news-build`))
    const kills = ['--kill', 'extracted', '--kill', 'keys-claims']
    const settings = ['--hearsay', hearsay, '--partitions', '8']
    expectDone(cluster(...kills, `${dir}/news`, '--out', `${dir}/news-spark`, ...settings))
    expectDone(compare(`${dir}/news-spark`, `${dir}/news-build`))
    const report = JSON.parse(readFileSync(`${dir}/news-spark/report.json`, 'utf8'))
    expect(report).toMatchObject({ articles: 2000, 'left out': 0 })
    // What the killed executors had done is done again, and counted again.
    expect(report['shuffle bytes per article']).toBeLessThan(20_000)
    // Names that everybody has are told as crowded, and bounded.
    expect(report['crowded keys']['match claims'].keys).toBeGreaterThan(0)
  }, 3_600_000)
})
