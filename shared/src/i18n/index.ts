// The words of the product in both languages. English is loaded when asked for: most readers never need it.
import type { Messages } from './vi.ts'

export * from './format.ts'
export { type MessageKey, type Messages, vi } from './vi.ts'

export const loadEnglish = (): Promise<Messages> => import('./en.ts').then(({ en }) => en)
