import { describe, expect, it } from 'vitest'
import { beginAt, FIRST_PATIENCE_MS, type Ladder, linkSteps, MOST_PATIENCE_MS, next, type Verdict } from './ladder.ts'

const RUNGS = linkSteps.length
const LOOK_MS = 2_000
const bad: Verdict = { link: 'bad', urgent: false, carries: null }
const fair: Verdict = { link: 'fair', urgent: false, carries: null }
const good: Verdict = { link: 'good', urgent: false, carries: null }

/** Looks every two seconds; the rungs after each. */
function climb(from: Ladder, verdicts: readonly Verdict[]): { rungs: number[]; last: Ladder } {
  let last = from
  const rungs = verdicts.map((verdict, look) => {
    last = next(last, verdict, look * LOOK_MS, RUNGS)
    return last.rung
  })
  return { rungs, last }
}
const times = (count: number, verdict: Verdict): Verdict[] => Array.from({ length: count }, () => verdict)

describe('falling', () => {
  it.each<[string, Verdict[], number[]]>([
    ['one bad look is nothing', [bad, good, bad, fair, bad], [0, 0, 0, 0, 0]],
    ['two in a row are one rung; what was under way then is still being lost', times(6, bad), [0, 1, 1, 1, 2, 2]],
    ['urgent: at once, after a moment again', times(4, { ...bad, urgent: true }), [1, 1, 2, 2]],
    ['straight to what the link carries', [{ ...bad, urgent: true, carries: 3 }], [3]],
    ['at least one rung, whatever it is said to carry', [bad, { ...bad, carries: 0 }], [0, 1]],
    ['never below the last', times(16, bad), [0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 4]],
  ])('%s', (_why, verdicts, rungs) => expect(climb(beginAt(0), verdicts).rungs).toEqual(rungs))
})

describe('climbing', () => {
  it('one rung after ten good seconds, the next when it is seen what came of it', () => {
    expect(climb(beginAt(2), times(14, good)).rungs).toEqual([2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 0, 0])
  })

  it('a look that was not quite good begins the wait anew', () => {
    expect(climb(beginAt(1), [...times(4, good), fair, ...times(6, good)]).rungs.at(-2)).toBe(1)
    expect(climb(beginAt(1), [...times(4, good), fair, ...times(6, good)]).rungs.at(-1)).toBe(0)
  })

  it('not to a rung that the link is known not to carry', () => {
    expect(climb(beginAt(2), times(30, { ...good, carries: 2 })).last.rung).toBe(2)
  })

  it('waits three times as long after each climb that failed, up to a limit', () => {
    let ladder = beginAt(1)
    const waits: number[] = []
    let now = 0
    for (let failure = 0; failure < 7; failure += 1) {
      const began = now
      while (ladder.rung > 0) {
        ladder = next(ladder, good, now, RUNGS)
        now += LOOK_MS
      }
      waits.push(now - began - LOOK_MS)
      ladder = next(ladder, { ...bad, urgent: true }, now, RUNGS)
      now += LOOK_MS
    }
    expect(waits).toEqual([10_000, 30_000, 90_000, 270_000, 270_000, 270_000, 270_000])
    expect(MOST_PATIENCE_MS).toBe(270_000)
  })

  it('a climb that has held makes the next wait short again', () => {
    const failed: Ladder = { ...beginAt(1), patience: 80_000 }
    expect(climb(failed, times(41, good)).last).toMatchObject({ rung: 0, patience: 80_000 })
    expect(climb(failed, times(41 + 30, good)).last).toMatchObject({ rung: 0, patience: FIRST_PATIENCE_MS })
  })
})

/** Small and repeatable: the same seed gives the same evening. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

describe('whatever the link does', () => {
  const evenings = Array.from({ length: 200 }, (_, seed) => {
    const random = chance(seed + 1)
    const verdicts = Array.from({ length: 300 }, (): Verdict => {
      const link = random() < 0.3 ? 'bad' : random() < 0.3 ? 'fair' : 'good'
      return { link, urgent: random() < 0.3, carries: random() < 0.5 ? null : Math.floor(random() * RUNGS) }
    })
    return { verdicts, rungs: climb(beginAt(0), verdicts).rungs }
  })

  it('stays on the ladder, climbs one rung at a time, and never in a bad look', () => {
    const wrong = evenings.flatMap(({ verdicts, rungs }) =>
      rungs.filter((rung, look) => {
        const before = rungs[look - 1] ?? 0
        const link = verdicts[look]?.link
        const may = rung < before ? link === 'good' : rung === before || link === 'bad'
        return rung < 0 || rung >= RUNGS || before - rung > 1 || !may
      }),
    )
    expect(wrong).toEqual([])
  })

  it('never climbs within ten seconds of a fall', () => {
    for (const { rungs } of evenings) {
      const falls = rungs.flatMap((rung, look) => (rung > (rungs[look - 1] ?? 0) ? [look] : []))
      for (const fall of falls) {
        const soon = rungs.slice(fall, fall + FIRST_PATIENCE_MS / LOOK_MS)
        expect(Math.min(...soon)).toBe(rungs[fall])
      }
    }
  })

  it('is back at the top in the end when the link is good for good', () => {
    for (const { verdicts } of evenings) {
      const { last } = climb(beginAt(0), [...verdicts, ...times(500, good)])
      expect(last.rung).toBe(0)
    }
  })
})
