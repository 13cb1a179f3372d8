// Commands on polls: bad payloads, and refusals that say more than that there is no right. The meeting is not open yet.
import { randomUUID } from 'node:crypto'
import type { ErrorCode } from '@hoi-truong/shared/errors'
import { type CommandRow, LONG } from './commandRows.ts'
import { badIds, badReasons, type RowMeeting } from './meetingRows.ts'
import type { Who } from './people.ts'
import { member } from './signaling.ts'

const pollId = randomUUID()
const preparing: [Who, ErrorCode][] = [
  ['member', 'FORBIDDEN'],
  ['follower', 'FORBIDDEN'],
  ['suspended', 'FORBIDDEN'],
  ['stranger', 'MEETING_NOT_MEMBER'],
]
const chairOnly: [Who, ErrorCode][] = [
  ...(['member', 'secretary', 'follower', 'suspended'] as const).map((who): [Who, ErrorCode] => [
    who,
    'MEETING_NOT_CHAIR',
  ]),
  ['chair', 'MEETING_NOT_OPEN'],
]
const voting: [Who, ErrorCode][] = [
  ['follower', 'FORBIDDEN'],
  ['suspended', 'FORBIDDEN'],
  ['stranger', 'MEETING_NOT_MEMBER'],
  ['member', 'MEETING_NOT_OPEN'],
]
const counting: [Who, ErrorCode][] = [
  ['member', 'FORBIDDEN'],
  ['follower', 'FORBIDDEN'],
  ['stranger', 'MEETING_NOT_MEMBER'],
  ['chair', 'MEETING_NOT_OPEN'],
]

const question = {
  pollId,
  itemId: null,
  matter: 'resolution',
  method: 'open',
  title: 'Thông qua Nghị quyết tháng 12',
  options: [],
  maxChoices: 1,
  showTallies: false,
  tellerIds: [],
  repeats: null,
}
const option = (label: unknown) => ({ optionId: randomUUID(), label })
const badRevisions = [undefined, null, -1, 1.5, '1', 1e300]
const badNumbers = [...badRevisions, Number.MAX_SAFE_INTEGER]
const badQuestions = [
  undefined,
  null,
  [],
  {},
  { ...question, passed: true },
  ...badIds('pollId').map((bad) => ({ ...question, ...bad })),
  ...badIds('itemId').map((bad) => ({ ...question, ...bad })),
  ...badIds('repeats').map((bad) => ({ ...question, ...bad })),
  ...[undefined, 'war', '', 1].map((matter) => ({ ...question, matter })),
  ...[undefined, 'secret', 'hands', null].map((method) => ({ ...question, method })),
  ...[undefined, '', ' a ', 'x'.repeat(301), LONG, 7, 'a\0bc'].map((title) => ({ ...question, title })),
  ...[undefined, null, {}, Array.from({ length: 41 }, () => option('An')), [{ label: 'An' }]].map((options) => ({
    ...question,
    options,
  })),
  ...['', '  ', 'x'.repeat(121), 7].map((label) => ({ ...question, options: [option(label)] })),
  ...[...badNumbers, 0, 41].map((maxChoices) => ({ ...question, maxChoices })),
  ...[undefined, 'yes', 1].map((showTallies) => ({ ...question, showTallies })),
  ...[
    undefined,
    ['dv01'],
    member('dv01'),
    [member('dv01'), member('dv01')],
    Array.from({ length: 10 }, () => randomUUID()),
  ].map((tellerIds) => ({ ...question, tellerIds })),
]
const badChoices = [undefined, null, 'for', [''], [7], ['x'.repeat(37)], Array.from({ length: 41 }, randomUUID)]
const badTallies = [
  undefined,
  null,
  [],
  7,
  ...badNumbers.slice(1).map((count) => ({ for: count })),
  { ['x'.repeat(37)]: 1 },
]

export const votingRows = ({ meeting, plan }: Pick<RowMeeting, 'meeting' | 'plan'>) => {
  const hands = () => ({ pollId, siteId: plan().sites[0]?.siteId, mayVote: 1, tallies: { for: 1 } })
  const count = { issued: 1, returned: 1, valid: 1, invalid: 0, tallies: { for: 1, against: 0 } }
  const paper = { pollId, count, basedOn: 0 }
  const figures = ['issued', 'returned', 'valid', 'invalid']
  const ofPoll = (refused: [Who, ErrorCode][]): CommandRow => ({
    stream: meeting,
    right: () => ({ pollId }),
    refused,
    bad: () => [undefined, {}, { pollId, reason: 'x' }, ...badIds('pollId')],
  })
  return {
    'voting.prepare': {
      stream: meeting,
      right: () => ({ question: { ...question, itemId: randomUUID() } }),
      refused: [...preparing, ['chair', 'AGENDA_ITEM_UNKNOWN'], ['secretary', 'AGENDA_ITEM_UNKNOWN']],
      bad: () => [undefined, {}, question, ...badQuestions.map((bad) => ({ question: bad }))],
    },
    'voting.revise': {
      stream: meeting,
      right: () => ({ question, basedOn: 1 }),
      refused: [...preparing, ['chair', 'POLL_UNKNOWN']],
      bad: () => [
        undefined,
        { question },
        ...[...badRevisions, 0].map((basedOn) => ({ question, basedOn })),
        ...badQuestions.map((bad) => ({ question: bad, basedOn: 1 })),
      ],
    },
    'voting.discard': ofPoll([...preparing, ['chair', 'POLL_UNKNOWN']]),
    'voting.open': {
      stream: meeting,
      right: () => ({ pollId, basedOn: 1 }),
      refused: chairOnly,
      bad: () => [
        undefined,
        {},
        ...[...badRevisions, 0].map((basedOn) => ({ pollId, basedOn })),
        ...badIds('pollId').map((bad) => ({ ...bad, basedOn: 1 })),
      ],
    },
    'voting.cast': {
      stream: meeting,
      right: () => ({ pollId, choices: ['for'] }),
      refused: voting,
      bad: () => [
        undefined,
        {},
        { pollId, choices: ['for'], memberId: member('dv04') },
        ...badChoices.map((choices) => ({ pollId, choices })),
        ...badIds('pollId').map((bad) => ({ ...bad, choices: ['for'] })),
      ],
    },
    'voting.countHands': {
      stream: meeting,
      right: hands,
      refused: counting,
      bad: () => [
        undefined,
        {},
        ...badNumbers.map((mayVote) => ({ ...hands(), mayVote })),
        ...badTallies.map((tallies) => ({ ...hands(), tallies })),
        ...badIds('siteId').map((bad) => ({ ...hands(), ...bad })),
        ...badIds('pollId').map((bad) => ({ ...hands(), ...bad })),
      ],
    },
    'voting.enterPaperCount': {
      stream: meeting,
      right: () => paper,
      refused: voting,
      bad: () => [
        undefined,
        {},
        ...badRevisions.map((basedOn) => ({ ...paper, basedOn })),
        ...figures.flatMap((field) => badNumbers.map((bad) => ({ ...paper, count: { ...count, [field]: bad } }))),
        ...badTallies.map((tallies) => ({ ...paper, count: { ...count, tallies } })),
        ...badIds('pollId').map((bad) => ({ ...paper, ...bad })),
      ],
    },
    'voting.confirmPaperCount': {
      stream: meeting,
      right: () => ({ pollId, revision: 1 }),
      refused: voting,
      bad: () => [
        undefined,
        {},
        ...[...badRevisions, 0].map((revision) => ({ pollId, revision })),
        ...badIds('pollId').map((bad) => ({ ...bad, revision: 1 })),
      ],
    },
    'voting.close': {
      stream: meeting,
      right: () => ({ pollId, leaveOut: [] }),
      refused: chairOnly,
      bad: () => [
        undefined,
        {},
        ...[undefined, null, 'all', ['x'], Array.from({ length: 201 }, randomUUID)].map((leaveOut) => ({
          pollId,
          leaveOut,
        })),
        ...badIds('pollId').map((bad) => ({ ...bad, leaveOut: [] })),
      ],
    },
    'voting.cancel': {
      stream: meeting,
      right: () => ({ pollId, reason: 'Nhập nhầm nội dung' }),
      refused: chairOnly,
      bad: () => [
        undefined,
        {},
        ...badReasons.map((bad) => ({ pollId, ...bad })),
        ...badIds('pollId').map((bad) => ({ ...bad, reason: 'Nhập nhầm nội dung' })),
      ],
    },
    'voting.announce': ofPoll(chairOnly),
  } satisfies Record<string, CommandRow>
}
