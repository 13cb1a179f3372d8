// The one-time code on a printed slip: how a member makes the own account. Read off paper by old eyes, typed on a phone.
import { z } from 'zod'

/** Crockford's base 32: no I, L, O, U; each letter carries five bits. */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 13 letters are 65 random bits. */
export const CODE_LENGTH = 13

const lookalikes: Record<string, string> = { I: '1', L: '1', O: '0' }

/** In any case, with any spaces and dashes, and with the letters that look like figures. */
export const oneTimeCodeSchema = z
  .string()
  .max(64)
  .transform((typed) =>
    typed
      .toUpperCase()
      .replace(/[\s\-–—.]+/gu, '')
      .replace(/[ILO]/g, (letter) => lookalikes[letter] ?? letter),
  )
  .pipe(z.string().regex(new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`)))

/** As it stands on the slip: ABCD-EFGH-JKMNP. */
export const printedCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
