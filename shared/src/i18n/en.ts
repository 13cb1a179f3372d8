// English, the second language.
import { enErrors } from './enErrors.ts'
import { enSentences } from './enSentences.ts'
import { enTerms } from './enTerms.ts'
import type { Messages } from './vi.ts'

export const en: Messages = { ...enTerms, ...enSentences, ...enErrors }
