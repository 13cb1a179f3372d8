// What comes out of a poll, on the figures of the sample evening: 17/0/1 of 21 passes, 14 secret ballots of 21 pass, 13 do not.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatShare } from '../i18n/index.ts'
import { at, SITE } from '../testing/sampleEvening.ts'
import { electorateOf, type Given, type HandCount, outcomeOf, type PollMatter, talliesOf } from './index.ts'
import {
  baseOf,
  idOf,
  numbered,
  optionsOf,
  questionOf,
  running,
  runningAttendance,
  thresholdOf,
} from './testing/polls.ts'

const { base, electorate } = electorateOf(running, runningAttendance, at('20:40'))
const nothing: Given = { electorate, votes: new Map(), hands: [], paper: null, secret: null }
const decided = (matter: PollMatter, more: Parameters<typeof questionOf>[1] = {}) => ({
  question: questionOf(matter, more),
  base,
  threshold: thresholdOf(matter),
})
const hall = electorate.slice(0, 15)
const hands = (votes: number, against = 0, abstain = 0): HandCount => ({
  siteId: SITE,
  covered: hall,
  tallies: { for: votes, against, abstain },
})
const alone = new Map([
  ['dv22', ['for']],
  ['dv17', ['abstain']],
  ['dv16', ['for']],
])

describe('the sample evening', () => {
  test.each<PollMatter>(['resolution', 'scoring'])('%s: 15 hands and three at their own devices', (matter) => {
    const outcome = outcomeOf(decided(matter), { ...nothing, votes: alone, hands: [hands(15)] })
    expect(outcome).toEqual({
      tallies: { for: 17, against: 0, abstain: 1 },
      // In the order of the roll, not in that of voting.
      votes: { for: ['dv16', 'dv22'], against: [], abstain: ['dv17'] },
      sites: [{ siteId: SITE, mayVote: 15, tallies: { for: 15, against: 0, abstain: 0 } }],
      paper: null,
      secret: null,
      notVoted: 3,
      verdict: { kind: 'approval', passed: true },
    })
    expect(formatShare(outcome.tallies.for ?? 0, base.base, 'vi')).toBe('80,95%')
  })

  test.each([
    [14, 1, true, '66,67%'],
    [13, 2, false, '61,90%'],
  ])('kết nạp on paper: %i for, %i against, %s', (votes, against, passed, share) => {
    const paper = { issued: 15, returned: 15, valid: 15, invalid: 0, tallies: { for: votes, against } }
    const tellerIds = ['dv13', 'dv12']
    const outcome = outcomeOf(decided('admission'), { ...nothing, paper: { ...paper, tellerIds } })
    expect(outcome).toEqual({
      tallies: { for: votes, against },
      votes: null,
      sites: [],
      paper: { ...paper, tellerIds },
      secret: null,
      // Three official members online and three absent.
      notVoted: 6,
      verdict: { kind: 'approval', passed },
    })
    expect(formatShare(votes, base.base, 'vi')).toBe(share)
  })
})

describe('sources', () => {
  test('a site that is left out counts nothing, and its people have not voted', () => {
    expect(outcomeOf(decided('resolution'), { ...nothing, votes: alone })).toMatchObject({
      tallies: { for: 2, against: 0, abstain: 1 },
      sites: [],
      notVoted: 18,
      verdict: { passed: false },
    })
  })

  test('several sites each for itself', () => {
    const first = { ...hands(9, 1), covered: hall.slice(0, 10) }
    const second = { siteId: idOf(5), covered: hall.slice(10), tallies: { for: 2, against: 2, abstain: 1 } }
    expect(outcomeOf(decided('resolution'), { ...nothing, votes: alone, hands: [first, second] })).toMatchObject({
      tallies: { for: 13, against: 3, abstain: 2 },
      sites: [
        { siteId: SITE, mayVote: 10 },
        { siteId: idOf(5), mayVote: 5 },
      ],
      notVoted: 3,
    })
  })

  test('who is counted at a site and raised no hand has not stayed away', () => {
    expect(outcomeOf(decided('resolution'), { ...nothing, hands: [hands(0)] }).notVoted).toBe(6)
  })

  test('nobody voted at all', () => {
    const outcome = outcomeOf(decided('resolution'), nothing)
    expect(outcome).toMatchObject({
      tallies: { for: 0, against: 0, abstain: 0 },
      notVoted: 21,
      verdict: { passed: false },
    })
  })

  test('secret ballots on devices: who took a ballot and cast none has not voted', () => {
    const secret = {
      participants: hall,
      receipts: ['r1', 'r2', 'r3'],
      ballots: [['against'], ['for'], ['for']],
    }
    const outcome = outcomeOf(decided('rating', { method: 'electronic' }), { ...nothing, secret })
    expect(outcome).toMatchObject({ tallies: { for: 2, against: 1 }, votes: null, secret, notVoted: 18 })
  })

  test('an election of 3 of 5 on paper', () => {
    const [a = '', b = '', c = '', d = '', e = ''] = optionsOf(5).map(({ optionId }) => optionId)
    const tallies = { [a]: 15, [b]: 12, [c]: 11, [d]: 4, [e]: 3 }
    const paper = { issued: 15, returned: 15, valid: 15, invalid: 0, tallies, tellerIds: ['dv12', 'dv13'] }
    expect(outcomeOf(decided('election'), { ...nothing, paper }).verdict).toEqual({
      kind: 'election',
      elected: [a, b, c],
      tied: [],
    })
  })

  test('an open opinion by several choices, one of them of nobody', () => {
    const [a = '', b = '', c = ''] = optionsOf(3).map(({ optionId }) => optionId)
    const question = { method: 'open' as const, options: optionsOf(3), maxChoices: 2 }
    const votes = new Map([
      ['dv17', [b, a]],
      ['dv16', [a]],
    ])
    expect(outcomeOf(decided('opinion', question), { ...nothing, votes })).toMatchObject({
      tallies: { [a]: 2, [b]: 1, [c]: 0 },
      votes: { [a]: ['dv16', 'dv17'], [b]: ['dv17'], [c]: [] },
      notVoted: 19,
      verdict: { kind: 'opinion' },
    })
  })
})

test('what the question does not offer is not counted, whatever it is called', () => {
  const question = questionOf('resolution')
  expect(talliesOf(question, [['for'], ['yes'], ['__proto__']], [{ for: 2, constructor: 5 }])).toEqual({
    for: 3,
    against: 0,
    abstain: 0,
  })
})

test('the figures add up: votes and hands make the tallies, and whoever is left has not voted', () => {
  const sites = [SITE, idOf(5)]
  // Nobody is at two places: alone, at one of the sites, or away.
  const person = fc.record({
    how: fc.constantFrom('away', 'alone', ...sites),
    choice: fc.constantFrom('for', 'against', 'abstain'),
    raised: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(person, { maxLength: 40 }), (people) => {
      const members = numbered(people.length)
      const who = (holds: (one: (typeof people)[number]) => boolean) =>
        members.filter((_, index) => holds(people[index] as (typeof people)[number]))
      const votes = new Map(
        members.flatMap((memberId, index) =>
          people[index]?.how === 'alone' ? [[memberId, [people[index].choice]] as const] : [],
        ),
      )
      const raised = (siteId: string, option: string) =>
        who(({ how, choice, raised: up }) => how === siteId && choice === option && up).length
      const counts = sites.map((siteId) => ({
        siteId,
        covered: who(({ how }) => how === siteId),
        tallies: { for: raised(siteId, 'for'), against: raised(siteId, 'against'), abstain: raised(siteId, 'abstain') },
      }))
      const outcome = outcomeOf(
        { ...decided('resolution'), base: baseOf(members.length) },
        { ...nothing, electorate: members, votes, hands: counts },
      )
      const covered = outcome.sites.reduce((sum, { mayVote }) => sum + mayVote, 0)
      const sum = Object.values(outcome.tallies).reduce((all, one) => all + one, 0)
      return (
        outcome.notVoted === members.length - votes.size - covered &&
        outcome.notVoted >= 0 &&
        sum <= members.length &&
        (['for', 'against', 'abstain'] as const).every(
          (option) =>
            outcome.tallies[option] ===
            (outcome.votes?.[option]?.length ?? 0) +
              outcome.sites.reduce((all, { tallies }) => all + (tallies[option] ?? 0), 0),
        ) &&
        outcome.verdict.kind === 'approval' &&
        outcome.verdict.passed === 2 * (outcome.tallies.for ?? 0) > members.length
      )
    }),
  )
})
