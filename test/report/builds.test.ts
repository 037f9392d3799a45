import { describe, expect, it } from 'vitest'
import type { ArticleRecord } from '../../src/model.js'
import { compareBuilds, fingerprint } from '../../src/report/compare.js'
import { explainEntity } from '../../src/report/explain.js'
import { explainClaim } from '../../src/report/explainClaim.js'
import { globalRecords, resolutionFiles, resolve } from '../../src/resolve/index.js'
import { recordOf } from '../resolve/records.js'

function built(records: readonly ArticleRecord[]): { records: ArticleRecord[]; claims: string[]; identity: string } {
  const resolution = resolve(records)
  const files = resolutionFiles(records, resolution)
  return {
    records: globalRecords(records, resolution),
    claims: [...files['claims.ndjson']],
    identity: [...files['identity.tsv']].join('')
  }
}

const first = recordOf('Sergey Vasilyev, a baker, said the mill would close. The mill fed Carrow for years.', 'first')
const second = recordOf('Sergei Vasiliev, a baker, said the mill would reopen. Olga Vasilyev laughed.', 'second')

describe('explaining an entity', () => {
  const { records, identity } = built([first, second])

  it('names the articles, the words they print and the reason of each merge', () => {
    const [found, ...more] = explainEntity(records, identity, 'sergei vasiliev')
    expect(more).toEqual([])
    expect(found?.articles.map((each) => each.doc)).toEqual(['first', 'second'])
    expect(found?.articles.map((each) => each.printed[0]?.[0])).toEqual(['Sergey Vasilyev', 'Sergei Vasiliev'])
    expect(found?.articles.flatMap((each) => each.across).map((each) => each.reason)).toContain(
      'spelling: "Sergey Vasilyev", "Sergei Vasiliev"'
    )
  })

  it('names whom the surname does not join', () => {
    const [found] = explainEntity(records, identity, 'Sergey Vasilyev')
    expect(found?.apart.map((each) => each.name)).toEqual(['Olga Vasilyev'])
  })

  it('finds nobody where nobody bears the name', () => {
    expect(explainEntity(records, identity, 'Paul Orlin')).toEqual([])
  })
})

describe('explaining a claim', () => {
  const told = recordOf('Nine people were hurt in the blast at the Tolva depot, Governor Pavel Orlin said.', 'told')
  const again = recordOf(
    'Pavel Orlin, the governor, said nine residents were injured in an explosion at the Tolva depot.',
    'again'
  )
  const { records, claims } = built([told, again])
  const wanted = told.statements[0]?.id ?? ''

  it('names its statements, what joins them, and its origins, by a statement or by its own id', () => {
    const found = explainClaim(records, claims, wanted)
    expect(found?.statements.map((each) => each.doc).sort()).toEqual(['again', 'told'])
    expect(found?.joins).toHaveLength(1)
    expect(found?.joins[0]?.reason).toMatch(/in common: .*same speaker/)
    expect(found?.origins).toEqual(
      [['again', 'told', 'pavel-orlin'].sort()].map((origin) => expect.arrayContaining(origin))
    )
    expect(explainClaim(records, claims, found?.id ?? '')).toEqual(found)
  })

  it('finds nothing where there is no such claim', () => {
    expect(explainClaim(records, claims, 'claim/00')).toBeUndefined()
  })
})

describe('comparing two builds', () => {
  const fingerprintOf = (...records: ArticleRecord[]) => {
    const { records: all, claims } = built(records)
    return fingerprint(all, claims)
  }

  it('finds nothing between a build and itself', () => {
    const none = { added: [], removed: [], changed: [] }
    const same = compareBuilds(fingerprintOf(first, second), fingerprintOf(second, first))
    expect(same).toEqual({ articles: none, statements: none, claims: none, entities: none })
  })

  it('lists what a further article brings', () => {
    const { articles, statements, claims } = compareBuilds(fingerprintOf(first), fingerprintOf(first, second))
    expect(articles).toEqual({ added: ['second'], removed: [], changed: [] })
    expect(statements.added).toEqual(['second: the mill would reopen (said)'])
    expect(claims.added).toEqual(['the mill would reopen'])
  })

  it('knows a changed article by its name, and what stayed in it', () => {
    const edited = recordOf('Sergey Vasilyev, a baker, said the mill would close. Nobody in Carrow minded.', 'first')
    const { articles, statements } = compareBuilds(fingerprintOf(first), fingerprintOf(edited))
    expect(articles).toEqual({ added: [], removed: [], changed: ['first'] })
    expect(statements).toEqual({ added: [], removed: [], changed: [] })
  })
})
