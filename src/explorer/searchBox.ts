/** The search field: what is typed is looked up at once, arrow keys choose, Enter opens. (ARIA's combobox with a list.) */
import { element, foreign, freshId, on, replace } from './dom.js'
import { clip, kindMark, support } from './lists.js'
import type { Model } from './model.js'
import { type Found, indexModel, type SearchIndex } from './search.js'
import type { Selection, Store } from './state.js'
import { actVerbs, count, kindNames } from './words.js'

const titles = { actor: 'Actors and places', claim: 'Claims', statement: 'Statements', article: 'Articles' } as const

export function makeSearchBox(
  model: Model,
  store: Store,
  say: (text: string) => void
): { root: HTMLElement; field: HTMLInputElement } {
  const id = freshId('results')
  const field = element('input', {
    type: 'search',
    role: 'combobox',
    placeholder: 'Search actors, claims, words',
    'aria-label': 'Search actors, claims and words',
    'aria-controls': id,
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    spellcheck: 'false'
  })
  const list = element('div', { id, role: 'listbox', class: 'results', 'aria-label': 'Results', hidden: true })
  const root = element('div', { class: 'search', role: 'search' }, field, list)
  let index: SearchIndex | null = null
  let options: { root: HTMLElement; found: Found }[] = []
  let at = -1

  const close = (): void => {
    list.hidden = true
    field.setAttribute('aria-expanded', 'false')
    field.removeAttribute('aria-activedescendant')
    at = -1
  }
  const choose = (found: Found): void => {
    close()
    field.blur()
    store.change({ selection: selectionOf(found) })
  }
  const move = (to: number): void => {
    options[at]?.root.setAttribute('aria-selected', 'false')
    at = options.length === 0 ? -1 : (to + options.length) % options.length
    const option = options[at]
    if (!option) return
    option.root.setAttribute('aria-selected', 'true')
    option.root.scrollIntoView({ block: 'nearest' })
    field.setAttribute('aria-activedescendant', option.root.id)
  }
  const look = (): void => {
    const query = field.value.trim()
    if (query === '') {
      close()
      return
    }
    index ??= indexModel(model)
    const found = index.find(query)
    options = found.map((each) => ({ root: optionFor(each, () => choose(each)), found: each }))
    const groups = (['actor', 'claim', 'statement', 'article'] as const).flatMap((kind) => {
      const own = options.filter((option) => option.found.kind === kind)
      if (own.length === 0) return []
      const name = freshId('group')
      return [
        element(
          'div',
          { role: 'group', 'aria-labelledby': name },
          element('div', { class: 'group-name', id: name, role: 'presentation' }, titles[kind]),
          own.map((option) => option.root)
        )
      ]
    })
    options = (['actor', 'claim', 'statement', 'article'] as const).flatMap((kind) =>
      options.filter((each) => each.found.kind === kind)
    )
    replace(
      list,
      groups.length > 0
        ? groups
        : element(
            'div',
            { class: 'none', role: 'option', 'aria-selected': 'false', 'aria-disabled': 'true' },
            'Nothing found'
          )
    )
    list.hidden = false
    field.setAttribute('aria-expanded', 'true')
    at = -1
    say(count(options.length, 'result'))
  }
  on(field, 'input', look)
  on(field, 'focus', () => {
    if (field.value.trim() !== '') look()
  })
  on(field, 'keydown', (event) => {
    if (event.key === 'ArrowDown') move(at + 1)
    else if (event.key === 'ArrowUp') move(at - 1)
    else if (event.key === 'Enter') {
      const option = options[Math.max(0, at)]
      if (option && !list.hidden) choose(option.found)
    } else if (event.key === 'Escape') {
      field.value = ''
      close()
    } else return
    event.preventDefault()
    event.stopPropagation()
  })
  document.addEventListener('pointerdown', (event) => {
    if (event.target instanceof Node && !root.contains(event.target)) close()
  })
  on(root, 'focusout', (event) => {
    if (!(event.relatedTarget instanceof Node) || !root.contains(event.relatedTarget)) setTimeout(close, 150)
  })
  return { root, field }
}

function optionFor(found: Found, press: () => void): HTMLElement {
  const option = element(
    'div',
    { role: 'option', id: freshId('option'), 'aria-selected': 'false', class: 'option' },
    ...wordsOf(found)
  )
  // Before the field loses focus, which would close the list under the pointer.
  return on(option, 'pointerdown', (event) => {
    event.preventDefault()
    press()
  })
}

function wordsOf(found: Found): (Node | string)[] {
  if (found.kind === 'actor') {
    const { actor } = found
    const note = element(
      'span',
      { class: 'option-note' },
      ` ${kindNames[actor.type]}, ${count(actor.says.length, 'statement')}`
    )
    return [kindMark(actor), foreign(actor.name), note]
  }
  if (found.kind === 'claim') {
    return [foreign(clip(found.claim.text, 110)), element('span', { class: 'option-note' }, ` ${support(found.claim)}`)]
  }
  if (found.kind === 'statement') {
    const { who, act, text, article } = found.statement
    return [
      foreign(who || 'Nobody named', { class: 'who' }),
      ' ',
      element('span', { class: `verb act-${act}` }, actVerbs[act]),
      ' ',
      foreign(clip(text, 110)),
      element('span', { class: 'option-note' }, ' ', foreign(clip(article.label, 50)))
    ]
  }
  const { article, sentence } = found
  const [start, end] = article.sentences[sentence] ?? [0, 0]
  const note = element(
    'span',
    { class: 'option-note' },
    ' ',
    foreign(sentence < 0 ? `file ${article.doc}` : clip(article.label, 50))
  )
  return [foreign(clip(sentence < 0 ? article.label : article.text.slice(start, end), 120)), note]
}

function selectionOf(found: Found): Selection {
  if (found.kind === 'article') return found
  if (found.kind === 'actor') return { kind: 'actor', actor: found.actor }
  if (found.kind === 'claim') return { kind: 'claim', claim: found.claim }
  return { kind: 'statement', statement: found.statement }
}
