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
    // Unions that stand inside an interface.
    const inline = (start: string) => {
      const line = model.split('\n').find((each) => each.includes(start)) ?? ''
      return [...line.matchAll(/'([a-z-]+)'/g)].map(([, word]) => word ?? '').sort()
    }
    expect(concepts('bounds', 'bound')).toEqual(inline('readonly bound:'))
    expect(concepts('precisions', 'precision')).toEqual(inline('readonly precision:'))
    expect(concepts('copies', 'copy')).toEqual(inline("'reprint' |"))
    const camel = union('RelationType').map((name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase()))
    expect(camel.filter((name) => !own.includes(prefixes.hs + name))).toEqual([])
  })

  test('has SKOS schemes whose concepts and top concepts agree', () => {
    const { skos } = prefixes
    const schemes = own.filter((iri) => values(iri, `${prefixes.rdf}type`).includes(`${skos}ConceptScheme`))
    expect(schemes.length).toBe(7)
    for (const scheme of schemes) {
      const concepts = own.filter((iri) => values(iri, `${skos}inScheme`).includes(scheme))
      expect(concepts.length).toBeGreaterThan(1)
      expect([...values(scheme, `${skos}hasTopConcept`)].sort()).toEqual([...concepts].sort())
      for (const concept of concepts) {
        expect(values(concept, `${skos}topConceptOf`)).toEqual([scheme])
        expect(values(concept, `${prefixes.rdf}type`)).toEqual([`${skos}Concept`])
        expect(values(concept, `${skos}prefLabel`).length).toBe(1)
        const [notation = ''] = values(concept, `${skos}notation`)
        expect(concept.endsWith(`-${notation}`)).toBe(true)
      }
    }
  })

  test('names its version, which is that of the package', () => {
    const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'))
    const iri = prefixes.hs.replace('#', '')
    expect(values(iri, 'http://www.w3.org/2002/07/owl#versionIRI')).toEqual([`${iri}/${version}`])
    expect(values(iri, 'http://www.w3.org/2002/07/owl#versionInfo')).toEqual([version])
  })

  test('is aligned with terms that it has', () => {
    const aligned = read('alignments.ttl').map((quad) => quad.subject.value)
    expect(aligned.filter((iri) => iri.startsWith(prefixes.hs) && !own.includes(iri))).toEqual([])
  })
})
