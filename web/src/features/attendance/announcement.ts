// One sentence for the room: what happened, to whom.
import type { MessageKey } from '@hoi-truong/shared/i18n'

export interface Announcement {
  key: MessageKey
  values: Record<string, string>
}
