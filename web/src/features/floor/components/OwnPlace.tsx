// The own place in the queue, as a sentence.
import { useWords } from '../../../i18n/index.ts'
import { useOwnFloor } from '../hooks/useOwnFloor.ts'

export function OwnPlace() {
  const { t } = useWords()
  const { place } = useOwnFloor()
  if (place === null) return null
  return (
    <span data-testid="hand-place" data-place={place}>
      {place === 1 ? t('floor.own_first') : t('floor.own_place', { place })}
    </span>
  )
}
