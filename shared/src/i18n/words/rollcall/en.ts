// The same in English.
import type { vi } from './vi.ts'

export const en: Record<keyof typeof vi, string> = {
  'rollcall.title': 'Roll call of the whole branch',
  'rollcall.by_site': 'Roll call by site',
}
