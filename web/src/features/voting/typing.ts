// Whether somebody is in the middle of writing: then nothing may be laid over what they write, and the focus is theirs.

const NOT_WRITTEN = new Set(['button', 'checkbox', 'radio', 'range', 'color', 'file', 'image', 'reset', 'submit'])

/** What of an element tells whether it is written in. */
export interface Focusable {
  tagName: string
  type?: string
  isContentEditable?: boolean
}

export function isWrittenIn(element: Focusable | null): boolean {
  if (!element) return false
  if (element.isContentEditable) return true
  if (element.tagName === 'TEXTAREA' || element.tagName === 'SELECT') return true
  return element.tagName === 'INPUT' && !NOT_WRITTEN.has(element.type ?? 'text')
}

export const isTyping = (): boolean => isWrittenIn(document.activeElement as HTMLInputElement | null)
