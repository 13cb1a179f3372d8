// How large a file is, as people say it.
import type { Language } from '@hoi-truong/shared/i18n'

const KILOBYTE = 1024

/** "812 KB", "2,6 MB" */
export function sizeInWords(bytes: number, language: Language): string {
  if (bytes < KILOBYTE * KILOBYTE) return `${Math.max(1, Math.round(bytes / KILOBYTE))} KB`
  const megabytes = (bytes / KILOBYTE / KILOBYTE).toFixed(1)
  return `${language === 'vi' ? megabytes.replace('.', ',') : megabytes} MB`
}
