// An address that leads nowhere.
import { Link } from 'react-router'
import { useWords } from '../i18n/index.ts'
import { Notice } from '../ui/Notice.tsx'
import { PageHeading } from '../ui/PageHeading.tsx'

export function UnknownPage() {
  const { t } = useWords()
  return (
    <main style={{ maxWidth: '36rem', margin: '3rem auto', padding: '0 1rem' }}>
      <PageHeading>{t('common.page_unknown')}</PageHeading>
      <Notice tone="info">
        <Link to="/">{t('common.back')}</Link>
      </Notice>
    </main>
  )
}
