/** Things done by turns: none goes on once another has failed, and the first fault is the one that is told. */
import { expect, test } from 'vitest'
import { Turns } from '../../src/workers/turns.js'

const busy = (milliseconds: number): void => {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

test('one that works for long lets the other go on', async () => {
  const turns = new Turns(undefined)
  const seen: string[] = []
  const work = async (name: string): Promise<void> => {
    for (let i = 0; i < 3; i++) {
      seen.push(name)
      busy(25)
      await turns.give()
    }
  }
  await turns.all([work('a'), work('b')])
  expect(seen).toHaveLength(6)
  expect(seen.indexOf('b')).toBeLessThan(seen.lastIndexOf('a'))
})

test('the fault of one ends the other before it is told', async () => {
  const turns = new Turns(undefined)
  let ended = false
  const failing = async (): Promise<void> => {
    await turns.give()
    throw new Error('the disk is full')
  }
  const long = async (): Promise<void> => {
    try {
      for (;;) {
        busy(25)
        await turns.give()
      }
    } finally {
      ended = true
    }
  }
  await expect(turns.all([failing(), long()])).rejects.toThrow('the disk is full')
  expect(ended).toBe(true)
})

test('all end where they are told to stop', async () => {
  const controller = new AbortController()
  const turns = new Turns(controller.signal)
  controller.abort()
  await expect(turns.all([turns.give()])).rejects.toMatchObject({ code: 'aborted' })
})

test('the thread is free once what needs it has ended, also by a fault', async () => {
  const turns = new Turns(undefined)
  const free: boolean[] = []
  const computing = turns.compute(async () => {
    free.push(turns.isFree)
    await turns.pass()
    throw new Error('the disk is full')
  })
  await expect(computing).rejects.toThrow('the disk is full')
  free.push(turns.isFree)
  expect(free).toEqual([false, true])
})
