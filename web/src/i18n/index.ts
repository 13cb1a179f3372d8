// The app's words: the core with the first load, the rest area by area with the pages, English when somebody asks for it.
import type { Area, Language, MessageKey } from '@hoi-truong/shared/i18n'
import { createInstance, type i18n as I18n } from 'i18next'
import { useCallback } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { AreaLoader } from './areaLoader.ts'
import { missingKey } from './missingKey.ts'

const STORED = 'hoi-truong.language'

export const i18n: I18n = createInstance()
const loader = new AreaLoader(i18n)

export async function startI18n(): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: 'vi',
    fallbackLng: 'vi',
    resources: {},
    // Keys are flat: a point belongs to the name.
    keySeparator: false,
    nsSeparator: false,
    // React escapes.
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key) => missingKey(key, i18n),
  })
  await loader.need(['core'])
  if (readStored() === 'en') await changeLanguage('en').catch(() => undefined)
}

/** Refused when the words cannot be loaded, as a page's code is. */
export const needWords = (areas: readonly Area[]): Promise<void> => loader.need(areas)

export async function changeLanguage(language: Language): Promise<void> {
  await loader.changeLanguage(language)
  document.documentElement.lang = i18n.language
  try {
    localStorage.setItem(STORED, i18n.language)
  } catch {
    // Private windows: chosen for as long as the page is open.
  }
}

function readStored(): string | null {
  try {
    return localStorage.getItem(STORED)
  } catch {
    return null
  }
}

export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string

export function useWords(): { t: Translate; language: Language } {
  const { t, i18n: instance } = useTranslation(undefined, { i18n })
  const translate = useCallback<Translate>((key, values) => t(key, values ?? {}), [t])
  return { t: translate, language: instance.language === 'en' ? 'en' : 'vi' }
}
