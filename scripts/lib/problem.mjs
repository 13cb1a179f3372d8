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
  if (error instanceof Error) return sentenceOf(error) ?? error.stack ?? error.message
  return String(error)
}

/** What the system refuses for reasons that a person knows how to mend. @param {Error} error */
function sentenceOf(error) {
  const file = 'path' in error ? String(error.path) : 'a file'
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
      return `No permission for ${file}. Another user (root?) has probably run this here before: make its files yours, or delete them.`
    case 'ENOSPC':
      return `The disk is full (${file}). Make room and try again.`
    case 'EROFS':
      return `${file} is on a disk that cannot be written to.`
    default:
      return undefined
  }
}

/** @param {unknown} error @returns {string | undefined} the code of a system or PostgreSQL error */
export function codeOf(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

/** @param {string} text */
const indent = (text) => text.replaceAll(/^/gm, '    ')
