// Commands on documents: bad payloads, and refusals that say more than that there is no right.
import { randomUUID } from 'node:crypto'
import { type CommandRow, LONG } from './commandRows.ts'
import { badIds, badReasons } from './meetingRows.ts'

export const documentRows = ({ meeting }: { meeting: () => string }) => {
  const facts = {
    documentId: randomUUID(),
    itemId: null,
    name: 'Dự thảo.pdf',
    type: 'pdf',
    bytes: 1,
    sha256: 'a'.repeat(64),
    pages: 1,
  }
  const withdrawal = { documentId: randomUUID(), reason: 'Đăng nhầm tệp' }
  const presentation = { presentationId: randomUUID(), documentId: randomUUID() }
  return {
    // Only the upload route gives it: to a client there is no such command, whatever it holds.
    'document.post': {
      stream: meeting,
      right: () => facts,
      refused: [
        ['chair', 'COMMAND_UNKNOWN'],
        ['member', 'COMMAND_UNKNOWN'],
      ],
      bad: [],
    },
    'document.withdraw': {
      stream: meeting,
      right: () => withdrawal,
      refused: [
        ['member', 'FORBIDDEN'],
        ['chair', 'DOCUMENT_UNKNOWN'],
        ['secretary', 'DOCUMENT_UNKNOWN'],
      ],
      bad: () => [
        undefined,
        {},
        ...badIds('documentId').map((bad) => ({ ...withdrawal, ...bad })),
        ...badReasons.map((bad) => ({ documentId: withdrawal.documentId, ...bad })),
        { ...withdrawal, reason: LONG },
      ],
    },
    'document.present': {
      stream: meeting,
      right: () => presentation,
      refused: [
        ['stranger', 'MEETING_NOT_MEMBER'],
        ['suspended', 'FORBIDDEN'],
        // Nobody here has come into the room: whoever may present does it from a page that is in it.
        ['member', 'ATTENDANCE_NOT_IN_ROOM'],
        ['chair', 'ATTENDANCE_NOT_IN_ROOM'],
      ],
      bad: () => [
        undefined,
        {},
        ...badIds('documentId').map((bad) => ({ ...presentation, ...bad })),
        ...badIds('presentationId').map((bad) => ({ ...presentation, ...bad })),
        { ...presentation, page: 1 },
      ],
    },
    'document.endPresentation': {
      stream: meeting,
      right: () => ({ presentationId: presentation.presentationId }),
      refused: [
        ['stranger', 'MEETING_NOT_MEMBER'],
        ['suspended', 'FORBIDDEN'],
        ['member', 'PRESENTATION_UNKNOWN'],
        ['chair', 'PRESENTATION_UNKNOWN'],
      ],
      bad: () => [undefined, {}, ...badIds('presentationId'), presentation],
    },
  } satisfies Record<string, CommandRow>
}
