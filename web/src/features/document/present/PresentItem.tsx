// The way to showing a paper from the room's menu: the papers, each with its button.
import { readableDocuments } from '@hoi-truong/shared/document'
import { may } from '@hoi-truong/shared/permissions'
import { IconPresentation } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { MoreItem } from '../../meeting/components/MoreMenu.tsx'
import { useMeetingRoles, useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { useMayPresent } from './useMayPresent.ts'

export function PresentItem({ onDocuments }: { onDocuments(): void }) {
  const { t } = useWords()
  const mayPresent = useMayPresent()
  const mayPost = may(useMeetingRoles(), 'document.post')
  const { documents } = useMeetingState()
  const isThere = readableDocuments(documents).some(({ type }) => type === 'pdf')
  if (!mayPresent || !(isThere || mayPost)) return null
  return (
    <MoreItem icon={<IconPresentation aria-hidden />} onPress={onDocuments} data-testid="present-document">
      {t('media.share_document')}
    </MoreItem>
  )
}
