// Parts of a document's file, asked for until they come: a page is begun before the whole file is there, and a break costs one part.
import { API, failureOf } from '../../../lib/http.ts'
import { Unreachable } from '../../../lib/problem.ts'
import { untilAnswered } from '../../../lib/untilAnswered.ts'
import { contentPath } from './address.ts'
import { authorized } from './authorized.ts'

const PATIENCE_MS = 45_000
/** On 3G a second or two. */
const PART_BYTES = 128 * 1024

export interface Reading {
  signal: AbortSignal
  /** Told at each try that nobody answered. */
  onSilence(): void
}

/** Bytes from `begin` up to, not including, `end`. */
export type ReadPart = (begin: number, end: number) => Promise<Uint8Array>

export function contentReader(meetingId: string, documentId: string, { signal, onSilence }: Reading): ReadPart {
  const address = `${API}${contentPath(meetingId, documentId)}`
  return (begin, end) =>
    untilAnswered(() => authorized((token) => readOnce(address, token, begin, end, signal)), signal, onSilence)
}

async function readOnce(
  address: string,
  token: string,
  begin: number,
  end: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  let response: Response
  let bytes: Uint8Array
  try {
    response = await fetch(address, {
      headers: { authorization: `Bearer ${token}`, range: `bytes=${begin}-${end - 1}` },
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    })
    bytes = new Uint8Array(await response.arrayBuffer())
  } catch (cause) {
    throw new Unreachable({ cause })
  }
  if (!response.ok) throw failureOf(response.status, new TextDecoder().decode(bytes))
  // Something on the way may have left out the range.
  const part = response.status === 200 ? bytes.slice(begin, end) : bytes
  if (part.length !== end - begin) throw new Unreachable()
  return part
}

/** The whole file, part by part. @param onRead told how much is there, 0 to 1 */
export async function readWhole(
  read: ReadPart,
  bytes: number,
  signal: AbortSignal,
  onRead: (share: number) => void,
): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = []
  for (let begin = 0; begin < bytes && !signal.aborted; begin += PART_BYTES) {
    const end = Math.min(begin + PART_BYTES, bytes)
    parts.push(await read(begin, end))
    onRead(end / bytes)
  }
  return parts
}
