// What of a refused or failed socket request is worth a line in the log: faults of ours, and the database being away.
import { AppError } from '@hoi-truong/shared/errors'
import type { Logger } from 'pino'

export const reportRequest =
  (log: Logger) =>
  (request: string, error: unknown): void => {
    if (!(error instanceof AppError)) log.error({ err: error, request }, 'request failed by a fault')
    else log.debug({ err: error.cause, request, code: error.code }, 'request refused')
  }
