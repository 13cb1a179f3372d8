// The Range header of HTTP (RFC 9110), as far as it is of use: one range of bytes. Readers of PDF fetch page by page with it.
import type { ByteRange } from './store/DocumentStore.ts'

const FORM = /^bytes=(\d{0,15})-(\d{0,15})$/

/** Null: the whole file (no header, or one that is not understood). 'unsatisfiable': nothing of the file is meant. */
export function rangeOf(header: string | undefined, size: number): ByteRange | null | 'unsatisfiable' {
  const match = FORM.exec(header ?? '')
  if (!match) return null
  const [, first = '', last = ''] = match
  if (first === '') {
    if (last === '') return null
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { from: size - length, to: size - 1 }
  }
  const from = Number(first)
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < from) return null
  return from >= size ? 'unsatisfiable' : { from, to }
}
