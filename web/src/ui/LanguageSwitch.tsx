// The other language, named in itself.
import { IconLanguage } from '@tabler/icons-react'
import { changeLanguage, useWords } from '../i18n/index.ts'
import { PlainButton } from './PlainButton.tsx'

export function LanguageSwitch() {
  const { t, language } = useWords()
  const other = language === 'vi' ? 'en' : 'vi'
  return (
    <PlainButton
      onClick={() => void changeLanguage(other)}
      aria-label={`${t('common.language')}: ${t('common.language_label')}`}
      data-testid="language-switch"
    >
      <IconLanguage aria-hidden />
      <span lang={other}>{t('common.language')}</span>
    </PlainButton>
  )
}
