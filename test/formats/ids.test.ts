import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileId } from '../../src/formats/ids.js'

test('ids of the graph are names that GraphML allows', () => {
  for (const [id, name] of [
    ['entity/ann-lee', 'entity:ann-lee'],
    ['entity/мария', 'entity:мария'],
    ['claim/0123456789abcdef0123', 'claim:0123456789abcdef0123'],
    ['article/0a#statement=1,2,3', 'article:0a:statement:1:2:3'],
    ['entity/a b', 'entity:a_20_b'],
    ['entity/a_b', 'entity:a_5f_b'],
    ['entity/a:b/c', 'entity:a_3a_b_2f_c'],
    ['', '']
  ])
    expect(fileId(id ?? '')).toBe(name)
})

test('no two ids become one', () => {
  const id = fc.tuple(
    fc.constantFrom('entity/', 'article/', 'claim/', ''),
    fc.string({ unit: 'binary', maxLength: 12 })
  )
  fc.assert(
    fc.property(id, id, ([a, b], [c, d]) => {
      if (a + b !== c + d) expect(fileId(a + b)).not.toBe(fileId(c + d))
      expect(fileId(a + b)).not.toMatch(/[\s/#=,"<>&]/)
    })
  )
})
