// Comments: bad payloads, and refusals that say more than that there is no right.
import { randomUUID } from 'node:crypto'
import { COMMENT_MAX_CHARACTERS } from '@hoi-truong/shared/comment'
import type { CommandRow } from './commandRows.ts'
import { badIds, type RowMeeting } from './meetingRows.ts'

const commentId = randomUUID()
const subject = { kind: 'meeting' }
const comment = (more: object = {}) => ({ commentId, subject, text: 'Đồng ý với dự thảo', ...more })
const badSubjects = [
  undefined,
  null,
  'meeting',
  {},
  { kind: 'party' },
  { kind: 'meeting', itemId: randomUUID() },
  { kind: 'item' },
  { kind: 'item', itemId: 'none' },
  { kind: 'item', documentId: randomUUID() },
  { kind: 'document', documentId: null },
]
const badTexts = [undefined, null, 7, {}, '', '  \n', 'x'.repeat(COMMENT_MAX_CHARACTERS + 1), 'a\0b', '\ud800']

export const commentRows = ({ meeting, branch }: RowMeeting) =>
  ({
    'comment.post': {
      stream: meeting,
      right: () => comment({ subject: { kind: 'item', itemId: randomUUID() } }),
      refused: [
        ['stranger', 'MEETING_NOT_MEMBER'],
        ['suspended', 'FORBIDDEN'],
        ['follower', 'FORBIDDEN'],
        ['member', 'AGENDA_ITEM_UNKNOWN'],
      ],
      bad: () => [
        undefined,
        {},
        [comment()],
        comment({ memberId: randomUUID() }),
        comment({ fromAbsent: false }),
        ...badSubjects.map((bad) => comment({ subject: bad })),
        ...badTexts.map((text) => comment({ text })),
        ...badIds('commentId').map((bad) => comment(bad)),
      ],
    },
    'comment.recordLate': {
      stream: branch,
      right: () => comment({ meetingId: meeting() }),
      refused: (['chair', 'secretary', 'member', 'stranger'] as const).map((who) => [who, 'COMMAND_UNKNOWN']),
      bad: () => [],
    },
    'comment.withdraw': {
      stream: meeting,
      right: () => ({ commentId }),
      refused: [
        ['follower', 'FORBIDDEN'],
        ['member', 'COMMENT_UNKNOWN'],
      ],
      bad: () => [undefined, {}, { commentId, reason: 'x' }, ...badIds('commentId')],
    },
    'comment.markReadOut': {
      stream: meeting,
      right: () => ({ commentId, readOut: true }),
      refused: [
        ['member', 'FORBIDDEN'],
        ['chair', 'MEETING_NOT_OPEN'],
      ],
      bad: () => [
        undefined,
        {},
        { commentId },
        ...[null, 1, 'true'].map((readOut) => ({ commentId, readOut })),
        ...badIds('commentId').map((bad) => ({ ...bad, readOut: true })),
      ],
    },
  }) satisfies Record<string, CommandRow>
