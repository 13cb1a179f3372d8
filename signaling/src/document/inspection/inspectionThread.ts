// A thread that inspects files, one after the other: what they do to memory and time stays in here.
import { parentPort } from 'node:worker_threads'
import { inspectFile } from './inspectFile.ts'
import { Refused, type Verdict } from './verdict.ts'

export interface Inspection {
  path: string
  name: string
}

async function verdictOn({ path, name }: Inspection): Promise<Verdict> {
  try {
    return { finding: await inspectFile(path, name) }
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.code }
    throw error
  }
}

parentPort?.on('message', async (inspection: Inspection) => {
  parentPort?.postMessage(await verdictOn(inspection))
})
