// pdf.js, fed by ranges: what is looked at is fetched, and nothing else. Comes as a chunk of its own.
import {
  GlobalWorkerOptions,
  getDocument,
  PDFDataRangeTransport,
  type PDFDocumentProxy,
  version,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import type { ReadPart } from '../api/readContent.ts'

GlobalWorkerOptions.workerSrc = workerUrl

/** Laid out by web/build/pdfResources.ts; fetched by the worker only when a file needs them. */
const resources = (folder: string): string =>
  new URL(`${import.meta.env.BASE_URL}assets/pdfjs-${version}/${folder}/`, document.baseURI).href

/** A phone with little memory: larger pictures are made smaller while they are unpacked. */
const LARGEST_PICTURE_BYTES = 48 * 1024 * 1024

class Parts extends PDFDataRangeTransport {
  readonly #read: ReadPart
  readonly #onFailure: (error: unknown) => void

  constructor(bytes: number, read: ReadPart, onFailure: (error: unknown) => void) {
    super(bytes, null)
    this.#read = read
    this.#onFailure = onFailure
  }

  override requestDataRange(begin: number, end: number): void {
    this.#read(begin, end).then((part) => this.onDataRange(begin, part), this.#onFailure)
  }
}

export interface OpenPdf {
  pdf: PDFDocumentProxy
  close(): void
}

/** @param onFailure a part that cannot be read any more, also long after the beginning @throws when the file is no PDF */
export async function openPdf(bytes: number, read: ReadPart, onFailure: (error: unknown) => void): Promise<OpenPdf> {
  const task = getDocument({
    range: new Parts(bytes, read, onFailure),
    disableStream: true,
    disableAutoFetch: true,
    standardFontDataUrl: resources('standard_fonts'),
    wasmUrl: resources('wasm'),
    // The server's policy forbids WebAssembly: scanned pages are unpacked by the slower scripts.
    useWasm: false,
    canvasMaxAreaInBytes: LARGEST_PICTURE_BYTES,
    enableXfa: false,
    // What cannot be shown is left out; the rest of the page is still worth reading.
    stopAtErrors: false,
  })
  const pdf = await task.promise
  return { pdf, close: () => void task.destroy() }
}
