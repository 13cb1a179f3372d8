// What stands in the room's "Thêm" menu beside the panels: each feature adds its own lines here, as components that show `MoreItem`s
// (MoreMenu.tsx), or nothing when they are not for this person.

import { DataSaverItem } from '../../media/link/DataSaverItem.tsx'
import { StageItems } from '../../stage/components/StageItems.tsx'

export function MoreItems() {
  return (
    <>
      <StageItems />
      <DataSaverItem />
    </>
  )
}
