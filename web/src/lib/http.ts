// One way to the HTTP API: JSON in and out, refusals as AppError, silence as Unreachable.
import { AppError, type ErrorReply } from '@hoi-truong/shared/errors'
import { refusalFrom, Unreachable } from './problem.ts'

export const API = '/api/v1'
/** On a poor link answers are slow; longer than this and trying again is better. */
const PATIENCE_MS = 15_000

export interface HttpRequest {
  method?: 'GET' | 'POST' | 'DELETE'
  body?: unknown
  token?: string
  signal?: AbortSignal
}

/** What an answer that is no success means. @param text of its body */
export function failureOf(status: number, text: string): AppError | Unreachable {
  const refusal = refusalFrom((parseJson(text) as { error?: Partial<ErrorReply> } | null)?.error)
  return refusal ?? (status >= 500 ? new Unreachable() : new AppError('INTERNAL'))
}

export async function httpRequest<T>(path: string, request: HttpRequest = {}): Promise<T> {
  const { method = 'GET', body, token, signal } = request
  const patience = AbortSignal.timeout(PATIENCE_MS)
  let response: Response
  let text: string
  try {
    response = await fetch(`${API}${path}`, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    })
    text = await response.text()
  } catch (cause) {
    throw new Unreachable({ cause })
  }
  if (!response.ok) throw failureOf(response.status, text)
  return parseJson(text) as T
}

function parseJson(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
