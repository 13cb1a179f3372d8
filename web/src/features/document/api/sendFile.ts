// One try to send a file. XMLHttpRequest, because fetch does not tell how much has gone.
import { API, failureOf } from '../../../lib/http.ts'
import { Unreachable } from '../../../lib/problem.ts'
import { type UploadTicket, uploadPath } from './address.ts'
import { authorized } from './authorized.ts'

export interface Sending {
  signal: AbortSignal
  /** Told how much has gone, 0 to 1; at 1 the server begins to check. */
  onSent(share: number): void
}

export type SendFile = (ticket: UploadTicket, file: Blob, sending: Sending) => Promise<void>

/** Not a byte moved for so long: the line is dead, though nobody has said so. */
const STALLED_MS = 45_000
/** A large file takes the server a while to look through. */
const CHECKING_MS = 180_000

export const sendFile: SendFile = (ticket, file, sending) =>
  authorized((token) => sendOnce(`${API}${uploadPath(ticket)}`, token, file, sending))

function sendOnce(address: string, token: string, file: Blob, { signal, onSent }: Sending): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    let patience: ReturnType<typeof setTimeout> | undefined
    const wait = (ms: number) => {
      clearTimeout(patience)
      patience = setTimeout(() => request.abort(), ms)
    }
    const abort = () => request.abort()
    request.upload.onprogress = ({ loaded, total }) => {
      wait(STALLED_MS)
      onSent(total === 0 ? 0 : Math.min(loaded / total, 0.99))
    }
    request.upload.onload = () => {
      wait(CHECKING_MS)
      onSent(1)
    }
    request.onloadend = () => {
      clearTimeout(patience)
      signal.removeEventListener('abort', abort)
      if (request.status >= 200 && request.status < 300) resolve()
      else if (request.status === 0) reject(new Unreachable())
      else reject(failureOf(request.status, request.responseText))
    }
    request.open('POST', address)
    request.setRequestHeader('authorization', `Bearer ${token}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('accept', 'application/json')
    signal.addEventListener('abort', abort)
    if (signal.aborted) return reject(new Unreachable())
    wait(STALLED_MS)
    request.send(file)
  })
}
