// The tellers' figures (DOMAIN 2.4): those of the sample evening, and everything that cannot be true.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at, atSite, online } from '../testing/sampleEvening.ts'
import { electorateOf, optionIdsOf, type PaperCount, paperFault, paperVotersAtSites } from './index.ts'
import { idOf, optionsOf, pollOf, questionOf, running, runningAttendance } from './testing/polls.ts'

const question = questionOf('admission')
const sample: PaperCount = { issued: 15, returned: 15, valid: 15, invalid: 0, tallies: { for: 14, against: 1 } }

describe('the sample: issued 15, returned 15, valid 15, agreed 14, not agreed 1', () => {
  test.each<[string, Partial<PaperCount>, boolean]>([
    ['as it was', {}, true],
    ['one less for, one more against', { tallies: { for: 13, against: 2 } }, true],
    ['one not returned', { returned: 14, valid: 14, tallies: { for: 13, against: 1 } }, true],
    ['one invalid', { valid: 14, invalid: 1, tallies: { for: 14, against: 0 } }, true],
    ['all invalid', { valid: 0, invalid: 15, tallies: { for: 0, against: 0 } }, true],
    ['nothing returned', { returned: 0, valid: 0, invalid: 0, tallies: { for: 0, against: 0 } }, true],
    ['more returned than issued', { issued: 14 }, false],
    ['more issued than were at the site', { issued: 16 }, false],
    ['valid and invalid more than returned', { invalid: 1 }, false],
    ['valid and invalid less than returned', { valid: 14, tallies: { for: 13, against: 1 } }, false],
    ['more votes than valid ballots', { tallies: { for: 15, against: 1 } }, false],
    ['fewer votes than valid ballots', { tallies: { for: 13, against: 1 } }, false],
    ['an answer is missing', { tallies: { for: 15 } }, false],
    ['an answer that is not offered', { tallies: { for: 14, against: 1, abstain: 0 } }, false],
    ['the answers of an open vote', { tallies: { for: 14, abstain: 1 } }, false],
  ])('%s', (_, more, agrees) => {
    expect(paperFault(question, { ...sample, ...more }, 15)).toBe(agrees ? null : 'PAPER_COUNT_WRONG')
  })
})

describe('an election of up to three of five', () => {
  const election = questionOf('election')
  const [a, b, c, d, e] = optionsOf(5).map(({ optionId }) => optionId) as [string, string, string, string, string]
  const counted = (...votes: number[]) =>
    Object.fromEntries([a, b, c, d, e].map((option, index) => [option, votes[index] ?? 0]))
  test.each([
    ['every ballot names three', counted(15, 12, 10, 5, 3), true],
    ['some name fewer', counted(15, 10, 0, 0, 0), true],
    ['everybody struck out on all', counted(), true],
    ['more names than ballots can hold', counted(15, 12, 10, 5, 4), false],
    ['one with more votes than ballots', counted(16, 0, 0, 0, 0), false],
  ])('%s', (_, tallies, agrees) => {
    expect(paperFault(election, { ...sample, tallies }, 15)).toBe(agrees ? null : 'PAPER_COUNT_WRONG')
  })

  test('of an opinion every valid ballot chooses something', () => {
    const opinion = questionOf('opinion')
    expect(paperFault(opinion, { ...sample, tallies: counted(9, 6) }, 15)).toBeNull()
    expect(paperFault(opinion, { ...sample, tallies: counted(9, 5) }, 15)).toBe('PAPER_COUNT_WRONG')
  })
})

describe('who can have been handed a ballot', () => {
  const { electorate } = electorateOf(running, runningAttendance, at('20:40'))
  const poll = pollOf(question, electorate)
  const with05 = (...intervals: ReturnType<typeof online>[]) =>
    paperVotersAtSites(
      { attendance: { intervals: { ...runningAttendance.intervals, dv05: intervals } } },
      poll,
    ).includes('dv05')
  const until = (time: string) => ({ endedAt: at(time), reason: 'left' }) as const

  test('the fifteen at the site', () => {
    expect(paperVotersAtSites({ attendance: runningAttendance }, poll)).toHaveLength(15)
  })

  test.each([
    ['left the site before the opening', [atSite('19:25', until('20:39'))], false],
    ['left it afterwards', [atSite('19:25', until('20:41'))], true],
    ['came to it afterwards', [atSite('20:50')], true],
    ['went from the site to an own device before', [atSite('19:25', until('20:30')), online('20:30')], false],
    ['went to an own device afterwards', [atSite('19:25', until('20:45')), online('20:45')], true],
    ['was never there', [online('19:25')], false],
  ])('%s', (_, intervals, counted) => expect(with05(...intervals)).toBe(counted))

  test('nobody while the poll is not open', () => {
    expect(paperVotersAtSites({ attendance: runningAttendance }, pollOf(question, electorate, 'prepared'))).toEqual([])
  })
})

test('figures that are made from ballots always agree; one more or one less of anything does not', () => {
  const options = optionsOf(4)
  const shapes = [
    questionOf('rating'),
    questionOf('election', { options, maxChoices: 2 }),
    questionOf('opinion', { options, maxChoices: 3 }),
  ]
  const ballots = fc.array(fc.array(fc.nat(30), { maxLength: 5 }), { maxLength: 20 })
  fc.assert(
    fc.property(fc.constantFrom(...shapes), ballots, fc.nat(5), fc.nat(5), (asked, marked, invalid, kept) => {
      const offered = optionIdsOf(asked)
      const most = asked.matter === 'rating' ? 1 : asked.maxChoices
      const least = asked.matter === 'election' ? 0 : 1
      const valid = marked
        .map((marks) => [...new Set(marks.map((mark) => offered[mark % offered.length] ?? ''))].slice(0, most))
        .filter((ballot) => ballot.length >= least)
      const tallies = Object.fromEntries(
        offered.map((option) => [option, valid.filter((ballot) => ballot.includes(option)).length]),
      )
      const returned = valid.length + invalid
      const count = { issued: returned + kept, returned, valid: valid.length, invalid, tallies }
      const wrong = (more: Partial<PaperCount>) => paperFault(asked, { ...count, ...more }, count.issued) !== null
      return (
        !wrong({}) &&
        wrong({ valid: count.valid + 1 }) &&
        wrong({ invalid: invalid + 1 }) &&
        wrong({ returned: returned + 1 }) &&
        wrong({ issued: count.issued + 1 }) &&
        wrong({ tallies: { ...tallies, [idOf(1)]: 0 } })
      )
    }),
  )
})
