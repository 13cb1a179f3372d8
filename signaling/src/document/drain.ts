// A refused upload is still being sent: only when its bytes are taken does the answer arrive. Who sends on and on is cut off.
import type { IncomingMessage } from 'node:http'

/** On a slow line most of a file is still to come when it is refused. */
const PATIENCE_MS = 120_000

/** @param mostBytes what is taken before the connection is closed */
export function drain(request: IncomingMessage, mostBytes: number): void {
  if (request.complete || request.destroyed) return
  let left = mostBytes
  const end = () => request.destroy()
  const patience = setTimeout(end, PATIENCE_MS)
  patience.unref()
  request.on('close', () => clearTimeout(patience))
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length
    if (left < 0) end()
  })
  request.on('error', () => undefined)
  request.resume()
}
