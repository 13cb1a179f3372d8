// The one-time code on a printed slip: how a member makes the own account. Read off paper by old eyes, typed on a phone.
import { z } from 'zod'
import { CODE_ALPHABET, CODE_LENGTH, foldCode } from './typedCode.ts'

/** In any case, with any spaces and dashes, and with the letters that look like figures. */
export const oneTimeCodeSchema = z
  .string()
  .max(64)
  .transform(foldCode)
  .pipe(z.string().regex(new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`)))
