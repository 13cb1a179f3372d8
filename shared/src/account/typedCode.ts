// The letters of a slip's code and what people make of them. Without zod: the page that takes them is opened on the cheapest phones.

/** Crockford's base 32: no I, L, O, U; each letter carries five bits. */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 13 letters are 65 random bits. */
export const CODE_LENGTH = 13

const lookalikes: Record<string, string> = { I: '1', L: '1', O: '0' }

/** Capitals, without spaces and dashes, and with the figures that the look-alikes are meant for. */
export const foldCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐‑‒–—−.]+/gu, '')
    .replace(/[ILO]/g, (letter) => lookalikes[letter] ?? letter)

/** As it stands on the slip: ABCD-EFGH-JKMNP. */
export const printedCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
