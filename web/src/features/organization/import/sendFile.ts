// Sends one file and says how far it is: fetch cannot, so this is the older way.
import type { ErrorReply } from '@hoi-truong/shared/errors'
import { refusalFrom, Unreachable } from '../../../lib/problem.ts'
import { session } from '../../account/api/session.ts'

/** @throws AppError the refusal, or Unreachable */
export async function sendFile(
  path: string,
  file: File,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (bytes: number) => void },
): Promise<void> {
  const token = await session.accessToken()
  await new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    signal.addEventListener('abort', abort, { once: true })
    request.upload.onprogress = ({ loaded }) => onProgress(Math.min(loaded, file.size))
    request.onload = () => {
      if (request.status < 300) return resolve()
      reject(refusalOf(request.responseText) ?? new Unreachable())
    }
    request.onerror = () => reject(new Unreachable())
    request.onabort = () => reject(new Unreachable())
    request.onloadend = () => signal.removeEventListener('abort', abort)
    request.open('PUT', `/api/v1${path}`)
    request.setRequestHeader('authorization', `Bearer ${token}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.send(file)
  })
}

function refusalOf(text: string) {
  try {
    return refusalFrom((JSON.parse(text) as { error?: Partial<ErrorReply> }).error)
  } catch {
    return null
  }
}
