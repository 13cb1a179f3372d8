// Hands at the sites: 15 of the sample evening, counted again when somebody comes or goes, and nobody twice (DOMAIN 2.4).
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at, atSite, online, SITE } from '../testing/sampleEvening.ts'
import {
  coveredAt,
  coveredElsewhere,
  electorateOf,
  type HandCount,
  handsAtSites,
  handsFault,
  isStale,
  sitesMissing,
  siteVoters,
} from './index.ts'
import { idOf, numbered, pollOf, questionOf, running, runningAttendance } from './testing/polls.ts'

const nobody = new Set<string>()
const { electorate } = electorateOf(running, runningAttendance, at('20:40'))
const poll = pollOf(questionOf('resolution'), electorate)
const evening = { attendance: runningAttendance }
const hall = Array.from({ length: 15 }, (_, index) => `dv${String(index + 1).padStart(2, '0')}`)
const hands = (votes: number, against = 0, abstain = 0) => ({ for: votes, against, abstain })

describe('who may vote by hand', () => {
  test('the fifteen at the site of the sample evening: not the probationary member, not who follows from above', () => {
    expect(siteVoters(evening, poll, SITE, nobody, nobody)).toEqual(hall)
  })

  test('not who has voted alone, not who is counted elsewhere', () => {
    expect(siteVoters(evening, poll, SITE, new Set(['dv02', 'dv16']), new Set(['dv05']))).toEqual(
      hall.filter((memberId) => memberId !== 'dv02' && memberId !== 'dv05'),
    )
  })

  test('nobody at another site, and nobody before the poll is open', () => {
    expect(siteVoters(evening, poll, idOf(5), nobody, nobody)).toEqual([])
    expect(siteVoters(evening, pollOf(questionOf('resolution'), electorate, 'prepared'), SITE, nobody, nobody)).toEqual(
      [],
    )
  })
})

describe('a count', () => {
  const question = questionOf('resolution')
  test.each([
    ['all for', hands(15), 15, 15, null],
    ['all kinds', hands(9, 4, 2), 15, 15, null],
    ['not everybody raised a hand', hands(9), 15, 15, null],
    ['nobody raised one', hands(0), 15, 15, null],
    ['one hand too many', hands(15, 1), 15, 15, 'HANDS_TOO_MANY'],
    ['one kind alone too many', hands(16), 15, 15, 'HANDS_TOO_MANY'],
    ['nobody there, one hand', hands(1), 0, 0, 'HANDS_TOO_MANY'],
    ['nobody there, no hand', hands(0), 0, 0, null],
    ['somebody has come since', hands(15), 15, 16, 'HANDS_STALE'],
    ['somebody has gone since', hands(15), 15, 14, 'HANDS_STALE'],
    ['an answer is missing', { for: 15, against: 0 }, 15, 15, 'REQUEST_MALFORMED'],
    ['an answer that is not offered', { ...hands(15), other: 0 }, 15, 15, 'REQUEST_MALFORMED'],
    ['an answer from elsewhere', { for: 15, against: 0, toString: 0 }, 15, 15, 'REQUEST_MALFORMED'],
  ])('%s', (_, tallies, seen, mayVote, expected) => {
    expect(handsFault(question, { mayVote: seen, tallies }, mayVote)).toBe(expected)
  })

  test.each([
    ['each may choose two of three', [4, 4, 0], null],
    ['not all choose two', [4, 1, 1], null],
    ['more choices than hands have', [4, 4, 1], 'HANDS_TOO_MANY'],
    ['one option with more hands than people', [5, 0, 0], 'HANDS_TOO_MANY'],
  ])('of four who %s', (_, [first = 0, second = 0, third = 0], expected) => {
    const options = [1, 2, 3].map((number) => ({ optionId: idOf(number), label: `Phương án ${number}` }))
    const asked = questionOf('opinion', { method: 'open', options, maxChoices: 2 })
    const tallies = { [idOf(1)]: first, [idOf(2)]: second, [idOf(3)]: third }
    expect(handsFault(asked, { mayVote: 4, tallies }, 4)).toBe(expected)
  })
})

test('out of date is another set of people, also of the same number; not another order', () => {
  const count = { covered: ['a', 'b'] }
  expect([
    isStale(count, ['a', 'b']),
    isStale(count, ['b', 'a']),
    isStale(count, ['a']),
    isStale(count, ['a', 'c']),
    isStale(count, ['a', 'b', 'c']),
    isStale({ covered: [] }, []),
  ]).toEqual([false, false, true, true, true, false])
})

describe('people who move', () => {
  const second = idOf(5)
  const moved = { endedAt: at('20:45'), reason: 'moved' } as const
  const elsewhere = { place: { kind: 'site', siteId: second } } as const
  const afterMove = {
    attendance: {
      ...runningAttendance,
      intervals: {
        ...runningAttendance.intervals,
        dv05: [atSite('19:25', moved), { ...atSite('20:45'), ...elsewhere }],
      },
    },
  }
  const counted: HandCount = { siteId: SITE, covered: hall, tallies: hands(15) }
  const standing = (where: typeof evening, counts: HandCount[], alone = nobody) =>
    handsAtSites(where, poll, [SITE, second], alone, counts)
  const missing = (...given: Parameters<typeof standing>) => sitesMissing(standing(...given), [])

  test('a site with voters has to count, one without need not', () => {
    expect(missing(evening, [])).toEqual([SITE])
    expect(missing(evening, [counted])).toEqual([])
    expect(sitesMissing(standing(evening, []), [SITE])).toEqual([])
  })

  test('from one site to another: the first counts again, then the second, and no hand is counted twice', () => {
    expect(standing(afterMove, [counted])).toMatchObject([
      { siteId: SITE, stale: true },
      // Counted at the first until that one counts again.
      { siteId: second, voters: [], count: null, stale: false },
    ])
    const again = { ...counted, covered: hall.filter((memberId) => memberId !== 'dv05'), tallies: hands(14) }
    expect(standing(afterMove, [again])).toMatchObject([{ stale: false }, { voters: ['dv05'] }])
    expect(missing(afterMove, [again])).toEqual([second])
    const other = { siteId: second, covered: ['dv05'], tallies: hands(1) }
    expect(missing(afterMove, [again, other])).toEqual([])
    expect([coveredAt([again, other], 'dv05'), coveredAt([again], 'dv05')]).toEqual([second, null])
    expect([...coveredElsewhere([again, other], SITE)]).toEqual(['dv05'])
  })

  test('who came after the count, had voted alone before: nothing to count again', () => {
    const came = { endedAt: at('20:44'), reason: 'moved' } as const
    const intervals = { ...runningAttendance.intervals, dv16: [online('19:28', came), atSite('20:44')] }
    const where = { attendance: { ...runningAttendance, intervals } }
    expect(missing(where, [counted], new Set(['dv16']))).toEqual([])
    expect(missing(where, [counted])).toEqual([SITE])
  })

  test('everybody has gone from a site that had counted: the count cannot stand', () => {
    const intervals = { ...runningAttendance.intervals, ...Object.fromEntries(hall.map((memberId) => [memberId, []])) }
    const where = { attendance: { ...runningAttendance, intervals } }
    expect(missing(where, [counted])).toEqual([SITE])
    expect(sitesMissing(standing(where, [counted]), [SITE])).toEqual([])
  })
})

test('those who may vote at different sites never overlap, nor with those who voted alone', () => {
  const sites = [SITE, idOf(5), idOf(6)]
  const person = fc.record({
    place: fc.constantFrom('none', 'device', ...sites),
    alone: fc.boolean(),
    covered: fc.constantFrom(null, ...sites),
    voter: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(person, { maxLength: 30 }), (people) => {
      const members = numbered(people.length)
      const of = (holds: (one: (typeof people)[number]) => boolean) =>
        members.filter((_, index) => holds(people[index] as (typeof people)[number]))
      const placed = (place: string) =>
        place === 'device'
          ? [online('19:20')]
          : [{ ...atSite('19:20'), place: { kind: 'site' as const, siteId: place } }]
      const intervals = Object.fromEntries(
        members.flatMap((memberId, index) => {
          const place = people[index]?.place ?? 'none'
          return place === 'none' ? [] : [[memberId, placed(place)]]
        }),
      )
      const alone = new Set(of((one) => one.alone))
      const counts = sites.map((siteId) => ({ siteId, covered: of((one) => one.covered === siteId), tallies: {} }))
      const asked = pollOf(
        questionOf('resolution'),
        of((one) => one.voter),
      )
      const standing = handsAtSites({ attendance: { intervals } }, asked, sites, alone, counts)
      const all = standing.flatMap(({ voters }) => voters)
      return (
        new Set(all).size === all.length &&
        all.every((memberId) => !alone.has(memberId) && asked.frozen?.electorate.includes(memberId)) &&
        standing.every(({ siteId, voters }) =>
          voters.every((one) => [null, siteId].includes(coveredAt(counts, one))),
        ) &&
        // All at once says the same as site by site.
        standing.every(
          ({ siteId, voters }) =>
            voters.join() ===
            siteVoters({ attendance: { intervals } }, asked, siteId, alone, coveredElsewhere(counts, siteId)).join(),
        )
      )
    }),
  )
})
