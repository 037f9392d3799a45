/** What stands at `/` where the folder has no explorer page. */
import { html, page } from './html.js'

export function welcomePage(): string {
  return page(
    'Hearsay',
    html`<h1>A graph of who says what, through whom</h1>
<p>This folder has no explorer page. You can <a href="/sparql">ask the graph</a>, with SPARQL; each article, entity and claim in an answer has a page of its own.</p>`
  )
}
