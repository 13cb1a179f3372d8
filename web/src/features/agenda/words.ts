// The terms for the parts of an order of business.
import type { AgendaPart } from '@hoi-truong/shared/agenda'
import type { MessageKey } from '@hoi-truong/shared/i18n'

export const partWords = {
  opening: 'agenda.opening',
  proceeding: 'agenda.proceeding',
  closing: 'agenda.closing',
} as const satisfies Record<AgendaPart, MessageKey>
