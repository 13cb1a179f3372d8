// The document store with its inspector and its sweep, as configured.
import { mkdir } from 'node:fs/promises'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Database } from '../database/client.ts'
import { Inspector } from './inspection/Inspector.ts'
import { incomingFolder } from './store/DirectoryStore.ts'
import type { DocumentStore } from './store/DocumentStore.ts'
import { openStore } from './store/openStore.ts'
import { sweep } from './store/sweep.ts'

export type DocumentConfig = Pick<Config, Extract<keyof Config, `DOCUMENT_${string}`>>

export interface OpenDocuments {
  store: DocumentStore
  inspector: Inspector
  incoming: string
  mostBytes: number
  uploads: number
  stop: () => Promise<void>
}

const SWEEP_EVERY_MS = 6 * 3_600_000

/** @throws Error with a sentence */
export async function openDocuments(config: DocumentConfig, database: Database, log: Logger): Promise<OpenDocuments> {
  const incoming = incomingFolder(config.DOCUMENT_DIR)
  try {
    await mkdir(incoming, { recursive: true, mode: 0o700 })
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new Error(`signaling cannot start: the folder of DOCUMENT_DIR cannot be made or entered (${code}).`, {
      cause,
    })
  }
  const store = openStore(config)
  const mostBytes = config.DOCUMENT_MAX_MB * 2 ** 20
  // A file stands in memory more than once while it is read.
  const inspector = new Inspector({ mostExternalBytes: 128 * 2 ** 20 + 4 * mostBytes })
  let sweeping: Promise<void> = Promise.resolve()
  const startSweep = () => {
    sweeping = sweep({ database, store, incoming }).then(
      (removed) => removed > 0 && log.info({ removed }, 'files that were nobody’s are gone'),
      (error: unknown) => log.warn({ err: error }, 'the documents could not be swept; the next sweep will'),
    ) as Promise<void>
  }
  startSweep()
  const timer = setInterval(startSweep, SWEEP_EVERY_MS)
  return {
    store,
    inspector,
    incoming,
    mostBytes,
    uploads: config.DOCUMENT_UPLOADS,
    stop: async () => {
      clearInterval(timer)
      await Promise.all([inspector.stop(), sweeping])
    },
  }
}
