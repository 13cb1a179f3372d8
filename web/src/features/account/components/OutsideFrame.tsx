// The frame of the pages before signing in: the product's name, the other language, one card.
import { useWords } from '../../../i18n/index.ts'
import { LanguageSwitch } from '../../../ui/LanguageSwitch.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import classes from './OutsideFrame.module.css'

export function OutsideFrame({ title, lead, children }: { title: string; lead: string; children: React.ReactNode }) {
  const { t } = useWords()
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <p className={classes.product}>{t('app.name')}</p>
        <LanguageSwitch />
      </header>
      <main className={classes.card}>
        <PageHeading className={classes.title}>{title}</PageHeading>
        <p className={classes.lead}>{lead}</p>
        {children}
      </main>
    </div>
  )
}
