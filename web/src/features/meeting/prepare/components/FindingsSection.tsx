// Còn thiếu, lưu ý: each with a way to its field.
import { IconArrowUpRight } from '@tabler/icons-react'
import { useWords } from '../../../../i18n/index.ts'
import { Notice } from '../../../../ui/Notice.tsx'
import { PlainButton } from '../../../../ui/PlainButton.tsx'
import type { Shown } from '../findings.ts'
import classes from './Prepare.module.css'
import { Section } from './Section.tsx'

export const FINDINGS = 'prepare-findings'

export function FindingsSection({ findings, onGo }: { findings: readonly Shown[]; onGo(finding: Shown): void }) {
  const { t } = useWords()
  const missing = findings.filter(({ blocks }) => blocks)
  const noted = findings.filter(({ blocks }) => !blocks)
  return (
    <Section id={FINDINGS} title={t('prepare.section_findings')}>
      {missing.length > 0 && (
        <Notice tone="trouble" title={t('prepare.missing')} data-testid="prepare-missing">
          <List findings={missing} onGo={onGo} />
        </Notice>
      )}
      {missing.length === 0 && (
        <Notice tone="good" data-testid="prepare-all-there">
          <p>{t('prepare.all_there')}</p>
        </Notice>
      )}
      {noted.length > 0 && (
        <Notice tone="info" title={t('prepare.mind')} data-testid="prepare-mind">
          <List findings={noted} onGo={onGo} />
        </Notice>
      )}
    </Section>
  )
}

function List({ findings, onGo }: { findings: readonly Shown[]; onGo(finding: Shown): void }) {
  const { t } = useWords()
  return (
    <ul className={classes.findings}>
      {findings.map((finding) => (
        <li key={finding.code} data-testid="prepare-finding" data-finding={finding.code}>
          <span>{finding.sentence}</span>
          <PlainButton
            onClick={() => onGo(finding)}
            aria-label={`${t('prepare.go_to_field')}: ${finding.sentence}`}
            data-testid="prepare-go-to-field"
          >
            <IconArrowUpRight aria-hidden />
            {t('prepare.go_to_field')}
          </PlainButton>
        </li>
      ))}
    </ul>
  )
}
