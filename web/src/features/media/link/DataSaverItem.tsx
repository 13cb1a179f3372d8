// Data saver in the room's menu.
import { IconLeaf } from '@tabler/icons-react'
import { useStore } from 'zustand'
import { useWords } from '../../../i18n/index.ts'
import { MoreItem } from '../../meeting/components/MoreMenu.tsx'
import { dataSaver, saveData } from './dataSaver.ts'

export function DataSaverItem() {
  const { t } = useWords()
  const saving = useStore(dataSaver, (state) => state.saving)
  return (
    <MoreItem
      icon={<IconLeaf aria-hidden />}
      note={t(saving ? 'link.saver_on_note' : 'link.saver_note')}
      on={saving}
      onPress={() => saveData(!saving)}
      data-testid="data-saver-toggle"
    >
      {t('media.data_saver')}
    </MoreItem>
  )
}
