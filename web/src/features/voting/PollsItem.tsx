// The way to what is and was voted on, in the room's menu; nothing before the first poll.
import { IconCheckbox } from '@tabler/icons-react'
import { useWords } from '../../i18n/index.ts'
import { MoreItem } from '../meeting/components/MoreMenu.tsx'
import { useMeetingState } from '../meeting/hooks/useMeetingState.ts'

export function PollsItem({ onPolls }: { onPolls(): void }) {
  const { t } = useWords()
  const begun = useMeetingState().voting.polls.filter(({ openedAt }) => openedAt !== null).length
  if (begun === 0) return null
  return (
    <MoreItem icon={<IconCheckbox aria-hidden />} onPress={onPolls} data-testid="polls-item">
      {t('floor.queue_of', { title: t('vote.title'), count: begun })}
    </MoreItem>
  )
}
