// Two papers for the demo meeting, so that there is something to read: the draft of a report as PDF, that of a resolution as DOCX. Both
// are as invented as the branch.

import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { DocumentFacts } from '@hoi-truong/shared/document'
import type { MeetingPlan } from '@hoi-truong/shared/meeting'
import type { Database } from '../database/client.ts'
import { inspectBytes } from '../document/inspection/inspectBytes.ts'
import { incomingFolder } from '../document/store/DirectoryStore.ts'
import { openStore, type StoreConfig } from '../document/store/openStore.ts'
import type { CommandPipeline } from '../log/commandPipeline.ts'
import { derivedId } from '../log/derivedId.ts'
import { ownCommand } from '../log/ownCommand.ts'
import type { SampleMeeting } from './sampleMeeting.ts'

const folder = new URL('documents/', import.meta.url)

/** By the kind of the item that each belongs to. */
const papers = [
  { file: 'du-thao-bao-cao.pdf', name: 'Dự thảo báo cáo tháng 10.pdf', kind: 'report' },
  { file: 'du-thao-nghi-quyet.docx', name: 'Dự thảo nghị quyết.docx', kind: 'draftResolution' },
] as const

/** Puts the file into the store. @returns what the log says of it */
async function stored(
  { file, name, kind }: (typeof papers)[number],
  config: StoreConfig,
  { agenda }: Pick<MeetingPlan, 'agenda'>,
  documentId: string,
): Promise<DocumentFacts> {
  const source = new URL(file, folder)
  const bytes = await readFile(source)
  const { type, pages, text } = await inspectBytes(bytes, name)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const store = openStore(config)
  const incoming = incomingFolder(config.DOCUMENT_DIR)
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  // A store may take a file by giving it a name of its own: the one of the program stays out of that.
  const copy = path.join(incoming, documentId)
  try {
    if (text) {
      await writeFile(copy, JSON.stringify(text), { mode: 0o600 })
      await store.put(`${sha256}.text`, copy)
      await rm(copy)
    }
    await copyFile(source, copy)
    await store.put(sha256, copy)
  } finally {
    await rm(copy, { force: true })
  }
  const itemId = agenda.find((item) => item.kind === kind)?.itemId ?? null
  return { documentId, itemId, name, type, bytes: bytes.length, sha256, pages }
}

/** For the meeting that can be joined, unless it has documents already. */
export async function layDocuments(
  database: Database,
  pipeline: CommandPipeline,
  { branchId, plan }: SampleMeeting,
  config: StoreConfig,
): Promise<void> {
  const where = {
    organizationId: branchId,
    status: { in: ['announced', 'open'] },
    practice: false,
    documents: { none: {} },
  }
  const meeting = await database.meeting.findFirst({ where })
  if (!meeting) return
  const actor = { kind: 'member', memberId: meeting.chairId, connectionId: null, nodeId: 'demo' } as const
  for (const paper of papers) {
    const documentId = derivedId(`hoi-truong demo ${paper.file} ${meeting.id}`)
    const facts = await stored(paper, config, plan, documentId)
    await pipeline.submit({ ...ownCommand('document.post', meeting.id, facts, documentId), actor })
  }
}
