/** Light or dark, as the reader's system has it or as the button says; and the style sheet's colours for the canvas. */
import type { RelationGroup } from '../graph/look.js'
import type { EntityType } from '../model.js'
import type { Paint } from './frame.js'
import { groupNames, kindNames } from './words.js'

export function readPaint(element: Element): Paint {
  const style = getComputedStyle(element)
  const color = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  const kinds = Object.keys(kindNames).map((kind) => [kind, color(`kind-${kind}`)])
  const groups = Object.keys(groupNames).map((group) => [group, color(`edge-${group}`)])
  return {
    paper: color('paper'),
    ink: color('ink'),
    faint: color('ink-soft'),
    accent: color('accent'),
    kinds: Object.fromEntries(kinds) as Record<EntityType, string>,
    groups: Object.fromEntries(groups) as Record<RelationGroup, string>,
    font: style.fontFamily
  }
}

export function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme
  return chosen === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark'
}

/** Calls back whenever the colours change. */
export function onTheme(listener: () => void): void {
  for (const query of ['(prefers-color-scheme: dark)', 'print']) matchMedia(query).addEventListener('change', listener)
  document.documentElement.addEventListener('hearsay-theme', listener)
}

export function switchTheme(): void {
  document.documentElement.dataset.theme = isDark() ? 'light' : 'dark'
  document.documentElement.dispatchEvent(new Event('hearsay-theme'))
}

export function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
