// From a file that arrives to a posted document: received, inspected, stored, and only then in the log. What breaks off before the
// commit leaves a file that nobody refers to; the sweep takes it away.
import { rm, writeFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { type DocumentFacts, type DocumentText, documentNameFor, type UploadReply } from '@hoi-truong/shared/document'
import { AppError } from '@hoi-truong/shared/errors'
import type { Database } from '../database/client.ts'
import { requireMeetingRole } from '../log/authorize.ts'
import type { Actor, StateOfKind } from '../log/commandDefinition.ts'
import type { CommandPipeline } from '../log/commandPipeline.ts'
import { ownCommand } from '../log/ownCommand.ts'
import { asMeeting, type StreamCache } from '../log/streamCache.ts'
import { assertPostable, findDocument } from './commands.ts'
import type { Inspector } from './inspection/Inspector.ts'
import { type ReceivedFile, receiveFile } from './receiveFile.ts'
import type { DocumentStore } from './store/DocumentStore.ts'

export interface DocumentParts {
  database: Database
  cache: StreamCache
  pipeline: CommandPipeline
  store: DocumentStore
  inspector: Inspector
  /** Where files lie until they are stored. */
  incoming: string
  mostBytes: number
}

export interface Upload {
  meetingId: string
  documentId: string
  itemId: string | null
  /** As the device calls it. */
  name: string
}

export class Documents {
  readonly #parts: DocumentParts

  constructor(parts: DocumentParts) {
    this.#parts = parts
  }

  async #state(meetingId: string): Promise<StateOfKind['meeting']['everyone']> {
    const { cache, database } = this.#parts
    const snapshot = asMeeting(await cache.read(database, meetingId))
    cache.keep(snapshot)
    return snapshot.state.everyone
  }

  /** Before a byte of the file is read. @throws AppError when it would be refused whatever the file is */
  async assertMayPost(actor: Actor, { meetingId, documentId, itemId }: Upload): Promise<void> {
    const state = await this.#state(meetingId)
    requireMeetingRole(state.meeting, actor, 'document.post')
    // A repeat may come when all else has changed since; whether it is one is known by the file.
    if (!findDocument(state, documentId)) assertPostable(state, itemId)
  }

  /** @throws AppError */
  async post(actor: Actor, upload: Upload, body: Readable): Promise<UploadReply> {
    const { incoming, mostBytes } = this.#parts
    const file = await receiveFile(body, { folder: incoming, mostBytes })
    try {
      return (await this.#repeat(actor, upload, file)) ?? (await this.#postNew(actor, upload, file))
    } finally {
      await file.discard()
    }
  }

  /** The answer got lost and the file comes again: it is answered from the log. Null when the id is new. */
  async #repeat(
    actor: Actor,
    { meetingId, documentId, itemId }: Upload,
    file: ReceivedFile,
  ): Promise<UploadReply | null> {
    const posted = findDocument(await this.#state(meetingId), documentId)
    if (!posted) return null
    if (posted.sha256 !== file.sha256 || posted.itemId !== itemId) throw new AppError('DOCUMENT_ID_REUSED')
    const { postedAt: _at, postedBy: _by, withdrawn: _withdrawn, ...facts } = posted
    return this.#submit(actor, meetingId, facts)
  }

  async #postNew(
    actor: Actor,
    { meetingId, documentId, itemId, name }: Upload,
    file: ReceivedFile,
  ): Promise<UploadReply> {
    const { store, inspector } = this.#parts
    const { sha256, bytes } = file
    const { type, pages, text } = await inspector.inspect(file.path, name)
    const put = async () => {
      // The text first: a file that can be opened has it.
      if (text) await this.#putText(sha256, file, text)
      await store.put(sha256, file.path)
    }
    await put()
    const facts = { documentId, itemId, name: documentNameFor(name, type), type, bytes, sha256, pages }
    const reply = await this.#submit(actor, meetingId, facts)
    // A sweep that began before the commit may have taken it for nobody's.
    if (!(await store.has(sha256))) await put()
    return reply
  }

  async #putText(sha256: string, file: ReceivedFile, text: DocumentText): Promise<void> {
    const textFile = `${file.path}.text`
    try {
      await writeFile(textFile, JSON.stringify(text), { mode: 0o600 })
      await this.#parts.store.put(`${sha256}.text`, textFile)
    } finally {
      await rm(textFile, { force: true })
    }
  }

  /** The document's id is the command's: a repeat is known as one by the log itself. */
  async #submit(actor: Actor, meetingId: string, facts: DocumentFacts): Promise<UploadReply> {
    const { pipeline } = this.#parts
    try {
      const { seq } = await pipeline.submit({
        ...ownCommand('document.post', meetingId, facts, facts.documentId),
        actor,
      })
      return { document: facts, seq }
    } catch (error) {
      if (error instanceof AppError && error.code === 'COMMAND_ID_REUSED') throw new AppError('DOCUMENT_ID_REUSED')
      throw error
    }
  }
}
