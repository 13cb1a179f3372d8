// What a person can put right: shown as a sentence, without a stack trace.

export class Problem extends Error {
  /**
   * @param {string} sentence what is wrong and what to do about it
   * @param {string} [details] the last words of the command that failed
   */
  constructor(sentence, details) {
    super(sentence)
    this.name = 'Problem'
    this.details = details?.trim() ?? ''
  }
}

/** @param {unknown} error @returns {string} */
export function explain(error) {
  if (error instanceof Problem) return error.details ? `${error.message}\n${indent(error.details)}` : error.message
  if (error instanceof Error) return error.stack ?? error.message
  return String(error)
}

/** @param {unknown} error @returns {string | undefined} the code of a system or PostgreSQL error */
export function codeOf(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

/** @param {string} text */
const indent = (text) => text.replaceAll(/^/gm, '    ')
