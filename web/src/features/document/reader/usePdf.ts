// A PDF open for as long as its page stands: opening, the break in the middle, and giving its memory back.

import { AppError } from '@hoi-truong/shared/errors'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useState } from 'react'
import { type Problem, problemOf, Unreachable } from '../../../lib/problem.ts'
import { contentReader, type ReadPart } from '../api/readContent.ts'
import { type OpenPdf, openPdf } from './openPdf.ts'
import { A4, type Size } from './pageSizes.ts'

const unkept = (_documentId: string, read: ReadPart): ReadPart => read

export interface PdfState {
  pdf: PDFDocumentProxy | null
  /** Of the first page: others are taken to be like it until they are near. */
  first: Size
  /** Nobody answers; what is there stays to be read. */
  silent: boolean
  /** `problem` is null when the file itself cannot be shown. */
  failure: { problem: Problem | null } | null
}

const opening: PdfState = { pdf: null, first: A4, silent: false, failure: null }

/** pdf.js has errors of its own for what is wrong with a file. */
const problemIn = (error: unknown): Problem | null =>
  error instanceof AppError || error instanceof Unreachable ? problemOf(error) : null

/** @param keep makes of the way to its parts one that keeps them */
export function usePdf(
  meetingId: string,
  documentId: string,
  bytes: number,
  attempt: number,
  keep: (documentId: string, read: ReadPart) => ReadPart = unkept,
): PdfState {
  const [state, setState] = useState(opening)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt opens anew
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    let open: OpenPdf | null = null
    const tell = (change: Partial<PdfState>) => {
      if (!signal.aborted) setState((now) => ({ ...now, ...change }))
    }
    setState(opening)
    const reading = { signal, onSilence: () => tell({ silent: true }) }
    const part = keep(documentId, contentReader(meetingId, documentId, reading))
    const read = async (begin: number, end: number) => {
      const content = await part(begin, end)
      tell({ silent: false })
      return content
    }
    const begin = async () => {
      const failed = (error: unknown) => tell({ failure: { problem: problemIn(error) } })
      try {
        open = await openPdf(bytes, read, failed)
        if (signal.aborted) return open.close()
        const { width, height } = (await open.pdf.getPage(1)).getViewport({ scale: 1 })
        tell({ pdf: open.pdf, first: { width, height } })
      } catch (error) {
        failed(error)
      }
    }
    void begin()
    return () => {
      stop.abort()
      open?.close()
    }
  }, [meetingId, documentId, bytes, attempt, keep])
  return state
}
