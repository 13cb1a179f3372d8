// Vietnamese, the language of the record: the field's terms, what the screens say, and what went wrong.
import { terms } from './generated/terms.ts'
import { viErrors } from './viErrors.ts'
import { viSentences } from './viSentences.ts'

export const vi = { ...terms, ...viSentences, ...viErrors }

export type MessageKey = keyof typeof vi
export type Messages = Record<MessageKey, string>
