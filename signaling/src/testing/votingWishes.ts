// What people wish of polls in random courses of a meeting: few polls, so that several act on the same one, in any order.
import { randomUUID } from 'node:crypto'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import { optionIdsOf, type Poll, type PollOutcome } from '@hoi-truong/shared/voting'
import fc from 'fast-check'
import { member } from './signaling.ts'
import { questionOf } from './voting.ts'

interface Wish {
  by: string
  type: string
  payload: object
}

interface Cast {
  voters: readonly string[]
  /** Two of them count the ballots on paper. */
  tellers: readonly [string, string]
  operator: string
  siteId: string
}

const onDevices = Array.from({ length: 3 }, () => randomUUID())
const onPaper = randomUUID()
/** Mostly the first one. */
const first = onDevices[0] ?? ''
const pollId = fc.constantFrom(first, first, first, first, ...onDevices, onPaper, onPaper)
const count = fc.integer({ min: 0, max: 4 })
/** Mostly none is. */
const repeated = fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: pollId })
const revision = fc.constantFrom(1, 1, 1, 2)

const question = ({ tellers }: Cast) =>
  fc
    .record({ pollId, repeats: repeated, title: fc.constantFrom('Thông qua', 'Tán thành') })
    .map((some) =>
      some.pollId === onPaper
        ? questionOf({ ...some, matter: 'admission', method: 'paper', tellerIds: tellers.map(member) })
        : questionOf({ ...some, showTallies: true }),
    )

/** With two polls on the list, the first one of them open, more comes of a course. */
export const firstPollWishes: readonly Wish[] = [
  { by: 'dv01', type: 'voting.prepare', payload: { question: questionOf({ pollId: first }) } },
  { by: 'dv01', type: 'voting.prepare', payload: { question: questionOf({ pollId: onDevices[1] ?? '' }) } },
  { by: 'dv01', type: 'voting.open', payload: { pollId: first, basedOn: 1 } },
]

const wish = <T extends object>(type: string, by: fc.Arbitrary<string>, payload: fc.Arbitrary<T>): fc.Arbitrary<Wish> =>
  fc.tuple(by, payload).map(([who, given]) => ({ by: who, type: `voting.${type}`, payload: given }))

export function votingWishes(cast: Cast): fc.Arbitrary<Wish> {
  const chair = fc.constant('dv01')
  const teller = fc.constantFrom(...cast.tellers)
  const { siteId } = cast
  const hands = count.chain((mayVote) =>
    fc.integer({ min: 0, max: mayVote + 1 }).map((yes) => ({
      siteId,
      mayVote,
      tallies: { for: yes, against: 0, abstain: 0 },
    })),
  )
  const figures = fc.tuple(count, count).map(([yes, no]) => ({
    count: { issued: yes + no, returned: yes + no, valid: yes + no, invalid: 0, tallies: { for: yes, against: no } },
  }))
  const and = <A extends object, B extends object>(one: fc.Arbitrary<A>, other: fc.Arbitrary<B>) =>
    fc.tuple(one, other).map(([first, second]) => ({ ...first, ...second }))
  const ofPoll = fc.record({ pollId })
  const ofPaper = fc.constant({ pollId: onPaper })
  return fc.oneof(
    { weight: 5, arbitrary: wish('prepare', chair, fc.record({ question: question(cast) })) },
    { weight: 1, arbitrary: wish('revise', chair, fc.record({ question: question(cast), basedOn: revision })) },
    { weight: 1, arbitrary: wish('discard', chair, ofPoll) },
    { weight: 5, arbitrary: wish('open', chair, fc.record({ pollId, basedOn: revision })) },
    {
      weight: 8,
      arbitrary: wish(
        'cast',
        fc.constantFrom(...cast.voters),
        fc.record({ pollId, choices: fc.constantFrom(['for'], ['against'], ['abstain'], []) }),
      ),
    },
    { weight: 9, arbitrary: wish('countHands', fc.constant(cast.operator), and(ofPoll, hands)) },
    {
      weight: 2,
      arbitrary: wish(
        'enterPaperCount',
        teller,
        and(and(ofPaper, figures), fc.record({ basedOn: fc.constantFrom(0, 1) })),
      ),
    },
    { weight: 2, arbitrary: wish('confirmPaperCount', teller, and(ofPaper, fc.record({ revision }))) },
    {
      weight: 4,
      arbitrary: wish('close', chair, fc.record({ pollId, leaveOut: fc.constantFrom([], [siteId]) })),
    },
    { weight: 1, arbitrary: wish('cancel', chair, and(ofPoll, fc.constant({ reason: 'Nêu nhầm nội dung' }))) },
    { weight: 2, arbitrary: wish('announce', chair, ofPoll) },
  )
}

const sum = (figures: readonly number[]): number => figures.reduce((all, figure) => all + figure, 0)

/** Everybody of the electorate once: as a vote, under the hands of a site, among the ballots, or not at all. */
function miscounted({ question, frozen }: Poll, outcome: PollOutcome): boolean {
  const electorate = frozen?.electorate ?? []
  const alone = Object.values(outcome.votes ?? {}).flat()
  const raised = sum(outcome.sites.map(({ mayVote }) => mayVote))
  const handedIn = alone.length + raised + (outcome.paper?.returned ?? 0)
  return (
    new Set(alone).size !== alone.length ||
    !alone.every((id) => electorate.includes(id)) ||
    handedIn + outcome.notVoted !== electorate.length ||
    sum(optionIdsOf(question).map((option) => outcome.tallies[option] ?? 0)) > handedIn
  )
}

/** What cannot be true of the polls of any course; empty when all is well. */
export function faultsOf({ everyone, bureau }: MeetingStreamState): string[] {
  const { polls } = everyone.voting
  const open = polls.filter(({ stage }) => stage === 'open')
  const isPaper = ({ question: { method } }: Poll) => method === 'paper'
  const counted = polls.flatMap((poll) => {
    const outcome = bureau.voting[poll.question.pollId]
    const isOver = poll.stage === 'closed' || poll.stage === 'announced'
    if (!outcome) return isOver ? ['closed without a result'] : []
    if (poll.stage === 'announced' && poll.outcome === null) return ['announced without its result']
    return isOver && miscounted(poll, outcome) ? [`miscounted: ${JSON.stringify(outcome)}`] : []
  })
  const parallel = open.filter(isPaper).length > 1 || open.filter((poll) => !isPaper(poll)).length > 1
  const outlived = open.length > 0 && everyone.meeting.status === 'closed'
  return [...counted, ...(parallel ? ['two at once'] : []), ...(outlived ? ['open in a closed meeting'] : [])]
}
