/** Elements from values. Text becomes text nodes and nothing else: no markup is ever parsed here. */

export type Child = Node | string | number | null | false | undefined | readonly Child[]

type Listener<Name extends keyof HTMLElementEventMap> = (event: HTMLElementEventMap[Name]) => void

export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

/** @example element('p', { class: 'note' }, 'Seen in ', strong) */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    made.setAttribute(name, value === true ? '' : String(value))
  }
  append(made, children)
  return made
}

export function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue
    if (child instanceof Node) parent.appendChild(child)
    else if (typeof child === 'string' || typeof child === 'number') {
      parent.appendChild(document.createTextNode(String(child)))
    } else append(parent, child)
  }
}

export function replace(parent: Element, ...children: readonly Child[]): void {
  parent.replaceChildren()
  append(parent, children)
}

export function on<Name extends keyof HTMLElementEventMap, Target extends HTMLElement>(
  target: Target,
  name: Name,
  listener: Listener<Name>
): Target {
  target.addEventListener(name, listener)
  return target
}

export function button(attributes: Attributes, press: () => void, ...children: readonly Child[]): HTMLButtonElement {
  return on(element('button', { type: 'button', ...attributes }, ...children), 'click', press)
}

/** Words from an article or a name: shut in, so that the writing direction inside does not leak out. */
export function foreign(text: string, attributes: Attributes = {}): HTMLElement {
  return element('bdi', attributes, text)
}

let made = 0

/** An id that no other element of this page has. */
export function freshId(stem: string): string {
  made++
  return `${stem}-${made}`
}
