/** The page as a file: the same bytes each time, one script, nothing of an article as markup. */
import { expect, test } from 'vitest'
import { build } from '../../src/pipeline.js'
import { renderPage } from '../../src/render/index.js'
import { inputs } from './fixture.js'

function pageOf(text: string, title?: string): string {
  const made = build([{ name: 'one', text, ...(title === undefined ? {} : { title }) }])
  return renderPage({
    records: [...made.records],
    resolution: made.resolution,
    graph: made.actors,
    ...(title ? { title } : {})
  })
}

test('is the same bytes for the same input, whatever its order', () => {
  const page = (given: typeof inputs | (typeof inputs)[number][]): string => {
    const made = build(given)
    return renderPage({ records: [...made.records], resolution: made.resolution, graph: made.actors })
  }
  expect(page(inputs)).toBe(page([...inputs].reverse()))
})

test('holds no character of an article that could end its block', () => {
  const html = pageOf(
    'The mayor, Ann Lee, said "</script><!-- & \u2028 \u2029" was </SCRIPT > nothing.',
    '</title><b>&"\''
  )
  const block = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)?.[1] ?? ''
  expect(block.length).toBeGreaterThan(100)
  expect(block).not.toMatch(/[<>&\u2028\u2029]/)
  expect(JSON.parse(block).articles[0].text).toContain('</script><!-- & \u2028 \u2029')
  expect(html).toContain('<title>&lt;/title&gt;&lt;b&gt;&amp;&quot;&#39; · Hearsay</title>')
})

test('allows its own script and style by their hashes, and nothing else', async () => {
  const html = pageOf('Ann Lee said the bridge was shut.')
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  const script = /<script>(.*?)<\/script>/s.exec(html)?.[1] ?? ''
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script))
  expect(policy).toContain(`'sha256-${Buffer.from(digest).toString('base64')}'`)
  expect(html.match(/\bon[a-z]+=|javascript:/g)).toBeNull()
})

test('has no address of the network in it that a browser would fetch', () => {
  const html = pageOf('Ann Lee said the bridge was shut.')
  expect(html).not.toMatch(/<link|<img|<iframe|@import|url\(|src=/)
})
