// The check that everybody can make on their own device: the log's hash chain from the first entry to the last.
import type { Position } from '@hoi-truong/shared/log'
import { useMemo } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { useMeetingLog } from '../../meeting/api/meetings.ts'
import { checkLog } from '../checkLog.ts'

export function ChainCheck({ meetingId, position }: { meetingId: string; position: Position }) {
  const { t } = useWords()
  const { data: entries, error } = useMeetingLog(meetingId, position.seq)
  const finding = useMemo(() => entries && checkLog(meetingId, entries, position), [meetingId, entries, position])
  const words = finding
    ? finding.intact
      ? t('record.chain_intact', { count: finding.count })
      : t('record.chain_broken', { seq: finding.seq })
    : t(error ? 'record.chain_unchecked' : 'record.chain_checking')
  return (
    <section aria-labelledby="chain">
      <h2 id="chain">{t('record.chain')}</h2>
      <div
        data-testid="record-chain"
        data-chain={finding ? (finding.intact ? 'intact' : 'broken') : error ? 'unchecked' : 'checking'}
      >
        <Notice tone={finding ? (finding.intact ? 'good' : 'trouble') : 'info'}>
          <p>{words}</p>
        </Notice>
      </div>
    </section>
  )
}
