// A meeting that is past its preparation: what it is now, instead of a form that could not be saved.
import type { MeetingStatus } from '@hoi-truong/shared/meeting'
import { useWords } from '../../../../i18n/index.ts'
import { Notice } from '../../../../ui/Notice.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'

export function OverNotice({ status }: { status: MeetingStatus }) {
  const { t } = useWords()
  return (
    <Notice tone="info" data-testid="prepare-over">
      <StatusTag status={status} />
      <p>{t(status === 'open' ? 'prepare.over_open' : 'prepare.over')}</p>
    </Notice>
  )
}
