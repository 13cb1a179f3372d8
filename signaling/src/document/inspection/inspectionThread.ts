// A thread that inspects files, one after the other: what they do to memory and time stays in here.
import { readFile } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import { inspectBytes } from './inspectBytes.ts'
import { Refused, type Verdict } from './verdict.ts'

export interface Inspection {
  path: string
  name: string
}

async function verdictOn({ path, name }: Inspection): Promise<Verdict> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => error)
  if (bytes instanceof Error) return { fault: String(bytes.code) }
  try {
    return { finding: await inspectBytes(bytes, name) }
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.code }
    throw error
  }
}

parentPort?.on('message', async (inspection: Inspection) => {
  parentPort?.postMessage(await verdictOn(inspection))
})
