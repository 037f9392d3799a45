/** HTML whose holes are always escaped. No page is put together in any other way. */

/** Markup that is safe as it stands. */
export class Html {
  constructor(readonly markup: string) {}
}

type Hole = string | number | Html | readonly Html[]

/** @example html`<b>${'<i>'}</b>`.markup // '<b>&lt;i&gt;</b>' */
export function html(parts: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  return new Html(parts.map((part, i) => (i === 0 ? part : fill(holes[i - 1] ?? '') + part)).join(''))
}

function fill(hole: Hole): string {
  if (hole instanceof Html) return hole.markup
  if (typeof hole === 'object') return hole.map(({ markup }) => markup).join('')
  return escapeHtml(String(hole))
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)
}

export const styleSheet = `
:root{color-scheme:light dark;font:17px/1.55 system-ui,sans-serif}
body{max-width:62rem;margin:0 auto;padding:1rem}
nav{margin-bottom:1.5rem}nav a{margin-right:1.2rem}
h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.15rem;margin-top:2rem}
.text{white-space:pre-wrap;border-left:3px solid #8886;padding-left:1rem}
:target{background:#fd06;outline:2px solid #c80;scroll-margin-top:2rem}
section{border-top:1px solid #8886;padding:.4rem 0}
dl{display:grid;grid-template-columns:minmax(7rem,auto) 1fr;gap:.2rem 1rem;margin:.4rem 0}
dt{opacity:.75}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;font-size:.9rem}th,td{border:1px solid #8886;padding:.2rem .5rem;text-align:left;vertical-align:top}
textarea{width:100%;min-height:14rem;font:14px/1.4 ui-monospace,monospace}
.note{opacity:.75;font-size:.9rem}
.scroll{overflow-x:auto}
`

/** A whole page. `title` is text. */
export function page(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/hearsay.css">
</head>
<body>
<nav><a href="/">Graph</a><a href="/sparql">Query</a></nav>
<main>
${body}
</main>
</body>
</html>
`.markup
}
