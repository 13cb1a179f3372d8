// What a document is, in words.
import type { DocumentType, PostedDocument } from '@hoi-truong/shared/document'
import { formatDateTime, type Language, type MessageKey } from '@hoi-truong/shared/i18n'
import type { Translate } from '../../i18n/index.ts'

const typeWords = {
  pdf: 'document.kind_pdf',
  docx: 'document.kind_docx',
  png: 'document.kind_picture',
  jpeg: 'document.kind_picture',
  webp: 'document.kind_picture',
} as const satisfies Record<DocumentType, MessageKey>

const KB = 1024

/** "812 kB", "2,1 MB": as phones and computers show it. */
export function sizeWords(bytes: number, language: Language): string {
  if (bytes < KB) return `${bytes} B`
  if (bytes < KB * 1000) return `${Math.round(bytes / KB)} kB`
  const tenths = String(Math.round((bytes / KB / KB) * 10) / 10)
  return `${language === 'vi' ? tenths.replace('.', ',') : tenths} MB`
}

/** "Tệp PDF · 12 trang · 2,1 MB" */
export function factWords({ type, pages, bytes }: PostedDocument, t: Translate, language: Language): string {
  return [
    t(typeWords[type]),
    ...(pages === null ? [] : [t('document.pages', { count: pages })]),
    sizeWords(bytes, language),
  ].join(' · ')
}

/** Whose eyes a page is for, as it lies across it, in two lines. */
export const watermarkWords = (
  viewer: { name: string; memberNumber: string },
  at: string,
  t: Translate,
  language: Language,
): [string, string] => [
  t('document.watermark', { name: viewer.name, number: viewer.memberNumber }),
  formatDateTime(at, language),
]
