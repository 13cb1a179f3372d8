// A key without a sentence: a page shows words of an area that it did not ask for.
import type { i18n as I18n } from 'i18next'

/** Loud for whoever builds the page. Whoever reads it never sees a key: a refusal stays a sentence, a label stays empty. */
export function missingKey(key: string, { t }: I18n, building = import.meta.env.DEV): string {
  if (building) throw new Error(`no words for ${key}: the page must name the area that holds it (lazyWithWords)`)
  return key.startsWith('error.') && key !== 'error.INTERNAL' ? t('error.INTERNAL') : ''
}
