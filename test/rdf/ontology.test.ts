/** The ontology says everything that the graph uses, and says it fully. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { graphQuads, prefixes, readQuads } from '../../src/rdf/index.js'
import { fixture } from './fixture.js'

const read = (name: string) => readQuads(readFileSync(`ontology/${name}`, 'utf8'), 'turtle')
const ontology = read('hearsay.ttl')
const own = [...new Set(ontology.map((quad) => quad.subject.value))].filter((iri) => iri.startsWith(prefixes.hs))

function values(subject: string, predicate: string): string[] {
  return ontology
    .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate)
    .map((quad) => quad.object.value)
}

describe('the ontology', () => {
  test('gives every term a label, a definition and an example, once', () => {
    expect(own.length).toBeGreaterThan(90)
    for (const iri of own) {
      for (const predicate of [`${prefixes.rdfs}label`, `${prefixes.skos}definition`, `${prefixes.skos}example`]) {
        expect([iri, predicate, values(iri, predicate).filter((value) => value.length > 0).length]).toEqual([
          iri,
          predicate,
          1
        ])
      }
      expect(values(iri, `${prefixes.rdfs}isDefinedBy`)).toEqual([prefixes.hs.replace('#', '')])
    }
  })

  test('defines every term that a graph uses, and no property that none uses', () => {
    const used = new Set<string>()
    for (const quad of graphQuads(fixture())) {
      for (const term of [quad.predicate, quad.object]) if (term.value.startsWith(prefixes.hs)) used.add(term.value)
    }
    expect([...used].filter((iri) => !own.includes(iri))).toEqual([])
    const rare = [
      'leads',
      'spokespersonOf',
      'memberOf',
      'locatedIn',
      'partOf',
      'linkedTo',
      'supports',
      'contradicts',
      'updates',
      'happenedWhen',
      'hedge'
    ]
    const properties = own.filter((iri) => values(iri, `${prefixes.rdf}type`).some((type) => type.endsWith('Property')))
    expect(properties.filter((iri) => !used.has(iri) && !rare.includes(iri.replace(prefixes.hs, '')))).toEqual([])
  })

  test('has the model’s acts, modes, roles and relations', () => {
    const model = readFileSync('src/model.ts', 'utf8')
    const union = (name: string) => {
      const words = new RegExp(`export type ${name} =([^\\n]*(?:\\n  \\|[^\\n]*)*)`).exec(model)?.[1] ?? ''
      return [...words.matchAll(/'([a-z-]+)'/g)].map(([, word]) => word ?? '').sort()
    }
    const concepts = (scheme: string, prefix: string) =>
      ontology
        .filter(
          (quad) => quad.predicate.value === `${prefixes.skos}inScheme` && quad.object.value === prefixes.hs + scheme
        )
        .map((quad) => quad.subject.value.replace(`${prefixes.hs}${prefix}-`, ''))
        .sort()
    expect(concepts('acts', 'act')).toEqual(union('Act'))
    expect(concepts('modes', 'mode')).toEqual(union('Mode'))
    expect(concepts('roles', 'role')).toEqual(union('HopRole'))
    expect(concepts('links', 'link')).toEqual(union('LinkType'))
    const camel = union('RelationType').map((name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase()))
    expect(camel.filter((name) => !own.includes(prefixes.hs + name))).toEqual([])
  })

  test('is aligned with terms that it has', () => {
    const aligned = read('alignments.ttl').map((quad) => quad.subject.value)
    expect(aligned.filter((iri) => iri.startsWith(prefixes.hs) && !own.includes(iri))).toEqual([])
  })
})
