// A page that reads a pasted article in a worker, so that the page stays free meanwhile.
const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })
const at = (id) => document.getElementById(id)

at('read').addEventListener('click', () => {
  at('state').textContent = 'reading'
  worker.postMessage({ name: 'pasted', text: at('article').value })
})

worker.addEventListener('message', ({ data: { failures, statements, files } }) => {
  at('statements').replaceChildren(...statements.map(item))
  at('files').replaceChildren(...files.map(({ name, sha256 }) => item(`${name} ${sha256}`)))
  at('state').textContent = failures.length === 0 ? 'read' : failures.join(' ')
})

function item(text) {
  const element = document.createElement('li')
  element.textContent = text
  return element
}
