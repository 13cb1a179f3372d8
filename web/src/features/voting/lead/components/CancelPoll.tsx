// The way to the dialog that cancels a poll, while it is on and when it has ended alike.
import type { Poll } from '@hoi-truong/shared/voting'
import { Button } from '@mantine/core'
import { IconBan } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import { firstClick } from '../../../../ui/firstClick.ts'
import { useFocusBack } from '../hooks/useFocusBack.ts'
import { CancelDialog } from './CancelDialog.tsx'

export interface CancelPollProps {
  poll: Poll
  size: 'md' | 'lg'
  onCancelled(): void
}

export function CancelPoll({ poll, size, onCancelled }: CancelPollProps) {
  const { t } = useWords()
  const [asking, setAsking] = useState(false)
  useFocusBack(asking)
  return (
    <>
      <Button
        size={size}
        variant="default"
        leftSection={<IconBan aria-hidden />}
        onClick={firstClick(() => setAsking(true))}
        data-testid="poll-cancel"
      >
        {t('polling.cancel')}
      </Button>
      {asking && <CancelDialog poll={poll} onClose={() => setAsking(false)} onCancelled={onCancelled} />}
    </>
  )
}
