// The whole of Hearsay in a worker: an article in, who says what and all the files out.
import { build } from 'hearsay'

addEventListener('message', async ({ data }) => {
  const { records, failures, files } = build([data])
  const statements = records.flatMap(({ article, statements }) =>
    statements.map(({ act, chain, content }) => {
      const words = content.map(({ start, end }) => article.text.slice(start, end)).join(' … ')
      return `${chain.map(({ entity }) => entity).join(' → ')} ${act}: ${words}`
    })
  )
  const written = []
  for (const { name, pieces } of files()) written.push({ name, sha256: await sha256([...pieces].join('')) })
  postMessage({ failures: failures.map(({ message }) => message), statements, files: written })
})

async function sha256(text) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
