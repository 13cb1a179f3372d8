// The app's words: Vietnamese with the first load, English when somebody asks for it.
import { type Language, loadEnglish, type MessageKey, vi } from '@hoi-truong/shared/i18n'
import { createInstance, type i18n as I18n } from 'i18next'
import { useCallback } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'

const STORED = 'hoi-truong.language'

export const i18n: I18n = createInstance()

export async function startI18n(): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: 'vi',
    fallbackLng: 'vi',
    resources: { vi: { translation: vi } },
    // Keys are flat: a point belongs to the name.
    keySeparator: false,
    nsSeparator: false,
    // React escapes.
    interpolation: { escapeValue: false },
  })
  if (readStored() === 'en') await changeLanguage('en').catch(() => undefined)
}

export async function changeLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18n.hasResourceBundle('en', 'translation')) {
    i18n.addResourceBundle('en', 'translation', await loadEnglish())
  }
  await i18n.changeLanguage(language)
  document.documentElement.lang = language
  try {
    localStorage.setItem(STORED, language)
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
