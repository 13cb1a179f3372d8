// What each way of reading needs: as pages, as text, as a picture.
import type { PostedDocument } from '@hoi-truong/shared/document'

export interface ReadingProps {
  meetingId: string
  document: PostedDocument
  /** Whose eyes it is for, line by line. */
  watermark: readonly string[]
}
