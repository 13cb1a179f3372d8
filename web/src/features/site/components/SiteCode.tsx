// What a site shows on its screen for members with a phone of their own: a code to scan, six digits to type.
import { useWords } from '../../../i18n/index.ts'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { useSiteCode } from '../hooks/useSiteCode.ts'
import { QrCode } from './QrCode.tsx'
import classes from './Site.module.css'

export function SiteCode({ siteId, name }: { siteId: string; name: string }) {
  const { t } = useWords()
  const { room } = useMeeting()
  const { code, problem } = useSiteCode(siteId)
  const page = `${location.origin}/meetings/${room.meetingId}/check-in/${siteId}`
  return (
    <section className={classes.code} data-testid="site-code" data-code={code ?? ''}>
      {problem && <ProblemNotice problem={problem} />}
      {code === null ? (
        !problem && <p role="status">{t('rollcall.code_waiting')}</p>
      ) : (
        <>
          {/* Behind the number sign: it reaches no server's log. */}
          <QrCode text={`${page}#${code}`} label={t('rollcall.qr', { site: name })} />
          <div className={classes.codeWords}>
            <p>{t('rollcall.code_lead')}</p>
            <p className={classes.digits} data-testid="site-digits">
              {code.slice(0, 3)} {code.slice(3)}
            </p>
            <p className={classes.soft}>{t('rollcall.code_renewed')}</p>
          </div>
        </>
      )}
    </section>
  )
}
