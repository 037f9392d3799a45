/** The ontology's page and picture are what the ontology says now. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ontologyFiles } from '../../scripts/ontologyPage.js'

test.each(Object.entries(ontologyFiles()))('%s is up to date (else: npm run ontology)', (path, text) => {
  expect(readFileSync(path, 'utf8')).toBe(text)
})

test('every link of the page leads somewhere', () => {
  const page = readFileSync('ontology/README.md', 'utf8')
  const headings = new Set([...page.matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => anchor(text)))
  const targets = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target)
  expect(targets.length).toBeGreaterThan(50)
  for (const target of targets) {
    if (target.startsWith('#')) expect([target, headings.has(target.slice(1))]).toEqual([target, true])
    else if (target !== 'queries') expect(readFileSync(`ontology/${target}`).length).toBeGreaterThan(0)
  }
})

function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9 _-]/g, '')
    .replaceAll(' ', '-')
}
