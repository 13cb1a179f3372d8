// What a refusal or a silence of our own server means to a step.
import { AppError } from '@hoi-truong/shared/errors'
import { Unreachable } from '../../../../lib/problem.ts'
import type { Outcome } from '../steps.ts'

export function noAnswer(error: unknown): Outcome {
  if (error instanceof Unreachable) return { state: 'failed', reason: 'noServer' }
  if (error instanceof AppError && error.code === 'TOO_MANY_REQUESTS') {
    const seconds = Number(error.params?.seconds ?? 60)
    return { state: 'failed', reason: 'tooMany', figures: { seconds } }
  }
  if (error instanceof AppError && error.code === 'MEDIA_UNAVAILABLE')
    return { state: 'failed', reason: 'mediaServerAway' }
  return { state: 'failed', reason: 'unknown' }
}
