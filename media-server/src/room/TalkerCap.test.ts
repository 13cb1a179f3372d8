// The cap with made time: who waits, who keeps a place and for how long; and in whatever order people speak, never more than three at once.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TalkerCap } from './TalkerCap.ts'

const nobody = () => false

describe('the first three', () => {
  it('are heard, the fourth and fifth are kept back', () => {
    const cap = new TalkerCap(nobody)
    expect(cap.hear(['a', 'b', 'c'], 0)).toEqual([])
    expect(cap.hear(['d', 'a', 'b', 'e', 'c'], 1_000)).toEqual([
      { id: 'd', capped: true },
      { id: 'e', capped: true },
    ])
    expect(cap.hear(['d', 'e', 'a', 'b', 'c'], 2_000)).toEqual([])
    expect([cap.isCapped('a'), cap.isCapped('d'), cap.capped]).toEqual([false, true, 2])
  })

  it('of four who begin in one moment are the loudest', () => {
    const cap = new TalkerCap(nobody)
    expect(cap.hear(['b', 'd', 'a', 'c'], 0)).toEqual([{ id: 'c', capped: true }])
  })

  it('keep their places through a pause of less than two seconds', () => {
    const cap = new TalkerCap(nobody)
    cap.hear(['a', 'b', 'c'], 0)
    expect(cap.hear(['d', 'b', 'c'], 1_000)).toEqual([{ id: 'd', capped: true }])
    expect(cap.hear(['d', 'b', 'c', 'a'], 1_999)).toEqual([])
    expect(cap.hear(['d', 'b', 'c'], 3_000)).toEqual([])
    expect(cap.hear(['d', 'b', 'c'], 3_999)).toEqual([{ id: 'd', capped: false }])
  })
})

describe('a place falls free', () => {
  it('by silence, without anybody having to be heard again', () => {
    const cap = new TalkerCap(nobody)
    cap.hear(['a', 'b', 'c'], 0)
    cap.hear(['d', 'b', 'c'], 1_000)
    expect(cap.nextReviewAt()).toBe(2_000)
    expect(cap.review(1_999)).toEqual([])
    expect(cap.review(2_000)).toEqual([{ id: 'd', capped: false }])
    expect(cap.nextReviewAt()).toBeUndefined()
  })

  it('at once when its holder goes, and to whoever waits longest', () => {
    const cap = new TalkerCap(nobody)
    cap.hear(['a', 'b', 'c', 'd'], 0)
    cap.hear(['e', 'a', 'b', 'c', 'd'], 1_000)
    expect(cap.forget('b', 1_100)).toEqual([{ id: 'd', capped: false }])
    expect(cap.isCapped('e')).toBe(true)
    expect(cap.forget('e', 1_200)).toEqual([{ id: 'e', capped: false }])
  })

  it('by the hold alone when all fall silent: nobody stays kept back', () => {
    const cap = new TalkerCap(nobody)
    cap.hear(['a', 'b', 'c', 'd', 'e'], 0)
    expect(cap.review(2_000).map(({ capped }) => capped)).toEqual([false, false])
  })
})

describe('the chair and whoever has the floor', () => {
  it('are heard at once, and the one who began last gives way', () => {
    const cap = new TalkerCap((id) => id === 'chair')
    cap.hear(['a', 'b', 'c'], 0)
    expect(cap.hear(['a', 'b', 'c', 'chair'], 1_000)).toEqual([{ id: 'c', capped: true }])
    expect(cap.isCapped('chair')).toBe(false)
  })

  it('are let through in the moment in which they become it', () => {
    let first = ''
    const cap = new TalkerCap((id) => id === first)
    cap.hear(['a', 'b', 'c', 'd'], 0)
    first = 'd'
    expect(cap.review(100)).toEqual([
      { id: 'd', capped: false },
      { id: 'c', capped: true },
    ])
  })
})

describe('whoever speaks and goes, in whatever order', () => {
  const people = ['a', 'b', 'c', 'd', 'e', 'f', 'chair', 'floor']
  const step = fc.record({
    after: fc.integer({ min: 0, max: 3_000 }),
    heard: fc.uniqueArray(fc.constantFrom(...people)),
    gone: fc.option(fc.constantFrom(...people)),
  })

  it('never more than three are let through, and never fewer than could be', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const never = (id: string) => id === 'chair' || id === 'floor'
        const cap = new TalkerCap(never)
        const lastHeard = new Map<string, number>()
        const told = new Map<string, boolean>()
        let now = 0
        const note = (changes: { id: string; capped: boolean }[]) => {
          for (const { id, capped } of changes) {
            expect(told.get(id) ?? false, 'a change is told once').toBe(!capped)
            told.set(id, capped)
          }
        }
        for (const { after, heard, gone } of steps) {
          now += after
          note(cap.hear(heard, now))
          for (const id of heard) lastHeard.set(id, now)
          if (gone !== null) {
            note(cap.forget(gone, now))
            lastHeard.delete(gone)
          }
          const talkers = people.filter((id) => now - (lastHeard.get(id) ?? -Infinity) < 2_000)
          const through = talkers.filter((id) => !cap.isCapped(id))
          expect(through).toHaveLength(Math.min(3, talkers.length))
          expect(people.filter((id) => cap.isCapped(id) && (never(id) || !talkers.includes(id)))).toEqual([])
          expect(people.filter((id) => told.get(id) === true)).toEqual(people.filter((id) => cap.isCapped(id)))
        }
      }),
    )
  })
})
