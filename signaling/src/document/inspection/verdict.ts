// What an inspection finds out about a file, and what it refuses it for.
import type { DocumentText, DocumentType } from '@hoi-truong/shared/document'
import type { ErrorCode } from '@hoi-truong/shared/errors'

export interface Finding {
  type: DocumentType
  /** Of a PDF. */
  pages: number | null
  /** Of a DOCX: what members read. */
  text: DocumentText | null
}

export type Refusal = Extract<
  ErrorCode,
  | 'DOCUMENT_TYPE_WRONG'
  | 'DOCUMENT_BROKEN'
  | 'DOCUMENT_ENCRYPTED'
  | 'DOCUMENT_BOMB'
  | 'DOCUMENT_ACTIVE'
  | 'DOCUMENT_MARKED_SECRET'
>

/** Thrown inside an inspection; travels between threads as its code. */
export class Refused extends Error {
  readonly code: Refusal

  constructor(code: Refusal, options?: ErrorOptions) {
    super(code, options)
    this.name = 'Refused'
    this.code = code
  }
}

/** `fault`: the file could not even be read, which is nobody's doing who sent it. */
export type Verdict = { finding: Finding } | { refusal: Refusal } | { fault: string }
