/**
 * Records, their resolution and the placed actor graph → the explorer as one HTML file: no network, no server, and a content security
 * policy that runs the one script of this page and nothing else. Nothing from an article is ever markup here: it lies in a JSON
 * block in which `<`, `>` and `&` are escaped, and the script makes text nodes of it.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { HearsayError } from '../errors.js'
import { pageFiles } from '../generated/page.js'
import { collectPageData, type PageInput } from './collect.js'

export type { PageInput }

/** @example renderPage({ records, resolution, graph: actors }).startsWith('<!doctype html>') // true */
export function renderPage(input: PageInput): string {
  const data = collectPageData(input)
  const script = asset('page.js', /<\/script|<!--/i)
  const style = asset('page.css', /<\/style/i)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(data.title)} · Hearsay</title>
<style>${style}</style>
</head>
<body>
<noscript><p>This page draws its graph with a script of its own; it needs JavaScript, but neither a network nor a server.
The same statements are in records.ndjson, edges.csv and graph.ttl beside it.</p></noscript>
<script type="application/json" id="data">${escapeJson(JSON.stringify(data))}</script>
<script>${script}</script>
</body>
</html>
`
}

/** Our own code, checked all the same: it must not end the element it stands in. */
function asset(name: string, forbidden: RegExp): string {
  const text = pageFiles[name]
  if (text === undefined) {
    throw new HearsayError('internal', `the page has no ${name}: run "npm run generate" to bundle src/explorer`)
  }
  if (forbidden.test(text))
    throw new HearsayError('internal', `${name} holds ${forbidden}, which would end its element`)
  return text
}

function policy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'"
  ].join('; ')
}

function hash(text: string): string {
  const bytes = sha256(new TextEncoder().encode(text))
  return `sha256-${btoa(String.fromCharCode(...bytes))}`
}

/** JSON whose text can close no element and open no comment. */
function escapeJson(json: string): string {
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
