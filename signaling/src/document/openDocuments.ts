// The document store and its inspector, as configured.
import { mkdir } from 'node:fs/promises'
import { Inspector } from './inspection/Inspector.ts'
import { DirectoryStore, incomingFolder } from './store/DirectoryStore.ts'
import type { DocumentStore } from './store/DocumentStore.ts'

export interface DocumentConfig {
  DOCUMENT_DIR: string
  DOCUMENT_MAX_MB: number
  DOCUMENT_UPLOADS: number
}

export interface OpenDocuments {
  store: DocumentStore
  inspector: Inspector
  incoming: string
  mostBytes: number
  uploads: number
  stop: () => Promise<void>
}

/** @throws Error with a sentence */
export async function openDocuments(config: DocumentConfig): Promise<OpenDocuments> {
  const mostBytes = config.DOCUMENT_MAX_MB * 2 ** 20
  // A file stands in memory more than once while it is read.
  const inspector = new Inspector({ mostExternalBytes: 128 * 2 ** 20 + 4 * mostBytes })
  const incoming = incomingFolder(config.DOCUMENT_DIR)
  try {
    await mkdir(incoming, { recursive: true, mode: 0o700 })
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new Error(`signaling cannot start: the folder of DOCUMENT_DIR cannot be made or entered (${code}).`, {
      cause,
    })
  }
  return {
    store: new DirectoryStore(config.DOCUMENT_DIR),
    inspector,
    incoming,
    mostBytes,
    uploads: config.DOCUMENT_UPLOADS,
    stop: () => inspector.stop(),
  }
}
