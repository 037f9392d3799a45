import { describe, expect, it } from 'vitest'
import { negotiate } from '../../src/serve/negotiate.js'

const offered = ['application/sparql-results+json', 'text/csv', 'text/html']

describe('negotiate', () => {
  it.each([
    [undefined, 'application/sparql-results+json'],
    ['', 'application/sparql-results+json'],
    ['*/*', 'application/sparql-results+json'],
    ['text/csv', 'text/csv'],
    ['TEXT/CSV ; charset=utf-8', 'text/csv'],
    ['text/html;q=0.4, text/csv;q=0.5', 'text/csv'],
    ['text/html, application/xml;q=0.9, */*;q=0.8', 'text/html'],
    ['text/*;q=0.5, text/csv;q=0.1', 'text/html'],
    ['*/*, application/sparql-results+json;q=0, text/csv;q=0', 'text/html'],
    ['text/csv;q=0', null],
    ['text/csv;q=2', null],
    ['image/png', null],
    [',;q=,', 'application/sparql-results+json'],
    [`${'a/b,'.repeat(200)}text/csv`, null]
  ])('%s → %s', (accept, chosen) => {
    expect(negotiate(accept, offered)).toBe(chosen)
  })
})
