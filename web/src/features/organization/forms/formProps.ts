// What every form about one member is given.
import type { MemberView } from '@hoi-truong/shared/organization'

export interface MemberFormProps {
  organizationId: string
  member: MemberView
  /** Told once the server has taken it. */
  onDone(): void
}
