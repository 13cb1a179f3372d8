// Several reasons, a worker that takes its time and things said in the same moment: what is said last is what holds.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Pausable, Pausing } from './Pausing.ts'

/** Does what it is told when the test lets it. */
class Slow implements Pausable {
  paused = false
  closed = false
  underWay = 0
  readonly #let: () => Promise<unknown>

  constructor(release: () => Promise<unknown>) {
    this.#let = release
  }

  pause = () => this.#become(true)
  resume = () => this.#become(false)

  async #become(paused: boolean): Promise<void> {
    this.underWay += 1
    expect(this.underWay, 'one thing at a time').toBe(1)
    await this.#let()
    this.underWay -= 1
    if (this.closed) throw new Error('it has ended')
    this.paused = paused
  }
}

type Reason = 'browser' | 'held'

it('rests while there is any reason, and tells each change once', async () => {
  const changes: boolean[] = []
  const thing = new Slow(async () => {})
  const pausing = new Pausing<Reason>(thing, [], (paused) => changes.push(paused))
  await pausing.set('browser', true)
  await pausing.set('held', true)
  await pausing.set('browser', false)
  expect([thing.paused, pausing.has('held'), pausing.has('browser')]).toEqual([true, true, false])
  await pausing.set('held', false)
  await pausing.set('held', false)
  expect(changes).toEqual([true, false])
})

it('is brought to the reasons that it began with', async () => {
  const thing = new Slow(async () => {})
  const pausing = new Pausing<Reason>(thing, ['held'])
  expect(thing.paused).toBe(false)
  await pausing.settle()
  expect(thing.paused).toBe(true)
})

describe('with a worker that takes its time', () => {
  const step = fc.record({ reason: fc.constantFrom<Reason>('browser', 'held'), holds: fc.boolean() })

  it('ends as what was said last, in whatever order the answers come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(step, { maxLength: 20 }), async (scheduler, steps) => {
        const changes: boolean[] = []
        const thing = new Slow(() => scheduler.schedule(Promise.resolve()))
        const pausing = new Pausing<Reason>(thing, [], (paused) => changes.push(paused))
        const said = scheduler.scheduleSequence(
          steps.map(({ reason, holds }) => async () => {
            void pausing.set(reason, holds)
          }),
        )
        await scheduler.waitFor(said.task)
        await scheduler.waitFor(pausing.settle())
        const last = (wanted: Reason) => steps.findLast(({ reason }) => reason === wanted)?.holds ?? false
        expect(thing.paused).toBe(last('browser') || last('held'))
        expect(changes.every((paused, index) => paused === (index % 2 === 0))).toBe(true)
      }),
    )
  })

  it('one that ends meanwhile is asked for nothing more', async () => {
    let release = () => {}
    const thing = new Slow(() => new Promise<void>((resolve) => (release = resolve)))
    const pausing = new Pausing<Reason>(thing, [])
    const refused = expect(pausing.set('held', true)).rejects.toThrow('it has ended')
    thing.closed = true
    release()
    await refused
    await pausing.set('held', false)
    expect(thing.underWay).toBe(0)
  })
})
