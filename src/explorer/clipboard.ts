/** A button that copies words; where the browser forbids it, the words are shown, chosen, ready to be copied by hand. */
import { button, element } from './dom.js'

export function copyButton(name: string, words: () => string, say: (text: string) => void): HTMLElement {
  const made = button({ class: 'quiet' }, () => void copy(), name)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(words())
      made.textContent = 'Copied'
      say('Copied')
      setTimeout(() => {
        made.textContent = name
      }, 1600)
    } catch {
      const field = element('textarea', { readonly: true, rows: 3, 'aria-label': `${name}: copy it from here` })
      field.value = words()
      made.after(field)
      field.focus()
      field.select()
      field.addEventListener('blur', () => field.remove())
    }
  }
  return made
}
