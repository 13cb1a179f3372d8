// Where one is signed in: in words, since when, last used; and out again, one by one or all others at once.
import type { OwnSessions } from '@hoi-truong/shared/account'
import { formatDateTime } from '@hoi-truong/shared/i18n'
import { Button } from '@mantine/core'
import { IconDevices } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { problemOf } from '../../../lib/problem.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { endOtherSessions, endSession, useAskAgainForSessions, useOwnSessions } from '../api/ownSessions.ts'
import { useSending } from '../hooks/useSending.ts'
import classes from './Own.module.css'

type OwnSession = OwnSessions['sessions'][number]

export function DeviceList() {
  const { t } = useWords()
  const { data: sessions, error, failureReason } = useOwnSessions()
  const askAgain = useAskAgainForSessions()
  const { sending, problem, send } = useSending()
  const [done, setDone] = useState<'one' | 'others' | null>(null)
  const trouble = error ?? failureReason

  const end = async (what: 'one' | 'others', ask: (signal: AbortSignal) => Promise<unknown>) => {
    setDone(null)
    const taken = await send(ask)
    void askAgain()
    if (taken) setDone(what)
  }
  const others = (sessions ?? []).filter(({ current }) => !current)
  return (
    <section className={classes.section} aria-labelledby="devices">
      <h2 id="devices">{t('account.devices')}</h2>
      <p className={classes.soft}>{t('account.devices_lead')}</p>
      {trouble && <ProblemNotice problem={problemOf(trouble)} data-testid="devices-problem" />}
      {!sessions && !trouble && <p role="status">{t('common.loading')}</p>}
      {problem && <ProblemNotice problem={problem} data-testid="device-end-refused" />}
      {sending === 'waiting' && (
        <Notice tone="info">
          <p>{t('common.unreachable')}</p>
        </Notice>
      )}
      {done && (
        <Notice tone="good" urgent data-testid="device-ended">
          <p>{t(done === 'one' ? 'account.device_ended' : 'account.others_ended')}</p>
        </Notice>
      )}
      {sessions && (
        <ul className={classes.devices} data-testid="devices">
          {[...sessions.filter(({ current }) => current), ...others].map((session) => (
            <Device
              key={session.sessionId}
              session={session}
              busy={sending !== 'no'}
              onEnd={() => void end('one', (signal) => endSession(session.sessionId, signal))}
            />
          ))}
        </ul>
      )}
      {sessions && others.length === 0 && <p className={classes.soft}>{t('account.only_this')}</p>}
      {others.length > 0 && (
        <Button
          size="lg"
          variant="default"
          className={classes.wide}
          aria-disabled={sending !== 'no'}
          onClick={() => void end('others', endOtherSessions)}
          data-testid="devices-end-others"
        >
          {t('account.end_others')}
        </Button>
      )}
    </section>
  )
}

function Device({ session, busy, onEnd }: { session: OwnSession; busy: boolean; onEnd(): void }) {
  const { t, language } = useWords()
  const { sessionId, current } = session
  const device = session.device ?? t('account.device_unknown')
  const began = formatDateTime(session.beganAt, language)
  return (
    <li className={classes.device} data-testid="device" data-session-id={sessionId} data-current={current}>
      <IconDevices aria-hidden />
      <div>
        <p className={classes.what}>
          {device}
          {current && <span className={classes.here}>{t('account.device_this')}</span>}
        </p>
        <p className={classes.soft}>{t('account.device_began', { time: began })}</p>
        <p className={classes.soft}>
          {t('account.device_used', { time: formatDateTime(session.lastUsedAt, language) })}
        </p>
        {current && <p className={classes.soft}>{t('account.device_end_this')}</p>}
      </div>
      {!current && (
        <Button
          size="lg"
          variant="default"
          aria-disabled={busy}
          onClick={onEnd}
          aria-label={t('account.device_end_for', { device, time: began })}
          data-testid="device-end"
        >
          {t('account.device_end')}
        </Button>
      )}
    </li>
  )
}
