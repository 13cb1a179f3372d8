// The same in English.
import type { vi } from './vi.ts'

export const en: Record<keyof typeof vi, string> = {
  'notice.title': 'Invitation to the meeting',
  'notice.answer': 'Answer the invitation',
}
