// Files on their way to one meeting. Lives outside of React, so that they go on while the person looks at another page; two at a time, so
// that a slow link brings at least some of them through. A file keeps its document's id whatever happens: sent twice, it is there once.
import { createStore, type StoreApi } from 'zustand/vanilla'
import { isPassing, type Problem, problemOf } from '../../../lib/problem.ts'
import { Tries } from '../../../lib/tries.ts'
import type { SendFile } from '../api/sendFile.ts'

/** What the device itself finds wrong with a file, before or while it is sent. */
export type FileTrouble = { code: 'EMPTY_FILE' | 'FILE_GONE' }

export type UploadState =
  | { kind: 'waiting' }
  /** In whole percent. */
  | { kind: 'sending'; percent: number }
  | { kind: 'checking' }
  /** Nobody answers, or the server has too much to do; it is tried again. */
  | { kind: 'silent' | 'busy' }
  | { kind: 'done' }
  | { kind: 'refused'; problem: Problem | FileTrouble }

export interface Upload {
  documentId: string
  itemId: string | null
  name: string
  bytes: number
  state: UploadState
}

export interface UploadQueueState {
  uploads: readonly Upload[]
  /** How many have arrived since the page was loaded: when it grows, the list is to be read again. */
  posted: number
}

export interface UploadQueueDeps {
  meetingId: string
  send: SendFile
  newId(): string
  /** Between two tries; see Tries. */
  pause?: ConstructorParameters<typeof Tries>[1]
}

const AT_ONCE = 2

interface Work {
  file: Blob
  stop: AbortController
}

export class UploadQueue {
  readonly store: StoreApi<UploadQueueState> = createStore(() => ({ uploads: [], posted: 0 }))
  readonly #deps: UploadQueueDeps
  readonly #work = new Map<string, Work>()
  #running = 0

  constructor(deps: UploadQueueDeps) {
    this.#deps = deps
  }

  get active(): boolean {
    return this.store.getState().uploads.some(({ state }) => state.kind !== 'done' && state.kind !== 'refused')
  }

  add(files: Iterable<File>, itemId: string | null): void {
    for (const file of files) {
      const documentId = this.#deps.newId()
      const state: UploadState =
        file.size === 0 ? { kind: 'refused', problem: { code: 'EMPTY_FILE' } } : { kind: 'waiting' }
      const upload = { documentId, itemId, name: file.name, bytes: file.size, state }
      this.#work.set(documentId, { file, stop: new AbortController() })
      this.store.setState(({ uploads }) => ({ uploads: [...uploads, upload] }))
    }
    this.#pump()
  }

  /** Stops it, and forgets it. */
  cancel(documentId: string): void {
    this.#work.get(documentId)?.stop.abort()
    this.#work.delete(documentId)
    this.store.setState(({ uploads }) => ({ uploads: uploads.filter((upload) => upload.documentId !== documentId) }))
  }

  retry(documentId: string): void {
    if (!this.#work.has(documentId)) return
    this.#set(documentId, { kind: 'waiting' })
    this.#pump()
  }

  #pump(): void {
    while (this.#running < AT_ONCE) {
      const next = this.store.getState().uploads.find(({ state }) => state.kind === 'waiting')
      const work = next && this.#work.get(next.documentId)
      if (!next || !work) return
      this.#running += 1
      this.#set(next.documentId, { kind: 'sending', percent: 0 })
      void this.#run(next, work).finally(() => {
        this.#running -= 1
        this.#pump()
      })
    }
  }

  async #run({ documentId, itemId, name }: Upload, { file, stop }: Work): Promise<void> {
    const { signal } = stop
    const tries = new Tries(signal, this.#deps.pause)
    const ticket = { meetingId: this.#deps.meetingId, documentId, itemId, name }
    const onSent = (share: number) =>
      this.#set(documentId, share < 1 ? { kind: 'sending', percent: Math.floor(share * 100) } : { kind: 'checking' })
    while (!signal.aborted) {
      try {
        await this.#deps.send(ticket, file, { signal, onSent })
        this.#set(documentId, { kind: 'done' })
        this.store.setState(({ posted }) => ({ posted: posted + 1 }))
        return
      } catch (error) {
        if (signal.aborted) return
        const problem = problemOf(error)
        if (!(await isReadable(file))) return this.#set(documentId, { kind: 'refused', problem: { code: 'FILE_GONE' } })
        // A fault over there is no weather: a file of many megabytes is not sent against it for ever.
        if (!isPassing(error) || problem.code === 'INTERNAL') {
          return this.#set(documentId, { kind: 'refused', problem })
        }
        this.#set(documentId, { kind: problem.code === 'UNREACHABLE' ? 'silent' : 'busy' })
        await tries.next()
      }
    }
  }

  #set(documentId: string, state: UploadState): void {
    this.store.setState((all) => {
      const now = all.uploads.find((upload) => upload.documentId === documentId)?.state
      if (now?.kind === 'sending' && state.kind === 'sending' && now.percent === state.percent) return all
      return {
        uploads: all.uploads.map((upload) => (upload.documentId === documentId ? { ...upload, state } : upload)),
      }
    })
  }
}

/** A file that was moved or changed after it was chosen fails like a dead line; only asking for it tells them apart. */
async function isReadable(file: Blob): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer()
    return true
  } catch {
    return false
  }
}
