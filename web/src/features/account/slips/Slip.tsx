// One slip: who it is for, the code to scan and to type, three steps, until when. Read by old eyes at arm's length.
import { PASSWORD_MIN_CHARACTERS, printedCode, type Slips } from '@hoi-truong/shared/account'
import { formatDate } from '@hoi-truong/shared/i18n'
import { useWords } from '../../../i18n/index.ts'
import { QrCode } from '../../site/components/QrCode.tsx'
import { slipAddressOf } from '../activation/slipAddress.ts'
import classes from './Slips.module.css'

export interface SlipProps {
  slip: Slips['slips'][number]
  organizationName: string
  validUntil: string
}

export function Slip({ slip, organizationName, validUntil }: SlipProps) {
  const { t } = useWords()
  const { name, memberNumber, code, memberId } = slip
  return (
    <li className={classes.slip} data-testid="slip" data-member-id={memberId}>
      <p className={classes.branch}>{organizationName}</p>
      <h2 className={classes.name}>
        <span className={classes.heading}>{t('account.slip_heading')}</span>
        {name}
      </h2>
      <div className={classes.middle}>
        <div className={classes.qr}>
          <QrCode
            text={slipAddressOf(location.origin, { memberNumber, code })}
            label={t('account.slip_qr', { name })}
          />
        </div>
        <dl className={classes.facts}>
          <dt>{t('account.slip_number')}</dt>
          <dd data-testid="slip-number">{memberNumber}</dd>
          <dt>{t('account.slip_code')}</dt>
          <dd className={classes.code} data-testid="slip-code">
            {printedCode(code)}
          </dd>
          <dd className={classes.until}>{t('account.slip_until', { day: formatDate(validUntil) })}</dd>
        </dl>
      </div>
      <ol className={classes.steps}>
        <li>{t('account.slip_step_1', { address: `${location.host}/activate` })}</li>
        <li>{t('account.slip_step_2', { count: PASSWORD_MIN_CHARACTERS })}</li>
        <li>{t('account.slip_step_3')}</li>
      </ol>
    </li>
  )
}
