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
  } satisfies Record<string, CommandRow>
}
