// Files on their way to the dry run: announced, sent one after the other, with how far they are.
import type { ImportView } from '@hoi-truong/shared/organization'
import { useEffect, useRef, useState } from 'react'
import { type Problem, problemOf } from '../../../lib/problem.ts'
import { announceFiles } from './imports.ts'
import { sendFile } from './sendFile.ts'

export interface Upload {
  /** Null while nothing is on its way; 0 to 1. */
  share: number | null
  problem: Problem | null
  send(files: readonly File[]): Promise<void>
}

export function useUpload(organizationId: string, onSent: (importId: string) => void): Upload {
  const [share, setShare] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const page = useRef<AbortController | null>(null)
  useEffect(() => {
    const here = new AbortController()
    page.current = here
    return () => here.abort()
  }, [])

  const send = async (files: readonly File[]) => {
    const signal = page.current?.signal
    if (!signal || share !== null) return
    setProblem(null)
    setShare(0)
    const whole = files.reduce((sum, { size }) => sum + size, 0)
    let before = 0
    try {
      const run: ImportView = await announceFiles(organizationId, files)
      for (const [ordinal, file] of files.entries()) {
        const path = `/organizations/${encodeURIComponent(organizationId)}/imports/${run.importId}/files/${ordinal}`
        const passed = before
        await sendFile(path, file, { signal, onProgress: (bytes) => setShare((passed + bytes) / whole) })
        before += file.size
      }
      onSent(run.importId)
    } catch (error) {
      if (!signal.aborted) setProblem(problemOf(error))
    } finally {
      if (!signal.aborted) setShare(null)
    }
  }
  return { share, problem, send }
}
