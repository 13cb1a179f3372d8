// Beside the item that is on: the way to the documents, and how many there are.
import { readableDocuments } from '@hoi-truong/shared/document'
import { may } from '@hoi-truong/shared/permissions'
import { IconFileText } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import classes from '../../../ui/toolButton.module.css'
import { useMeetingRoles, useMeetingState } from '../../meeting/hooks/useMeetingState.ts'

interface DocumentsToggleProps {
  shown: boolean
  onToggle(): void
}

export function DocumentsToggle({ shown, onToggle }: DocumentsToggleProps) {
  const { t } = useWords()
  const count = readableDocuments(useMeetingState().documents).length
  const mayPost = may(useMeetingRoles(), 'document.post')
  if (count === 0 && !mayPost) return null
  return (
    <button
      type="button"
      className={classes.tool}
      aria-expanded={shown}
      aria-controls="documents"
      onClick={onToggle}
      data-testid="documents-toggle"
      data-count={count}
    >
      <IconFileText aria-hidden />
      {t('room.documents', { count })}
    </button>
  )
}
