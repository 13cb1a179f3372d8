// Who has opened a document and who has not, of those who are to attend.
import type { MeetingRoll } from '@hoi-truong/shared/meeting'
import type { Opening } from './hooks/useOpenings.ts'

export interface Openers {
  /** The latest first. */
  opened: Opening[]
  /** In the order of the list; whoever is exempt, away or suspended is not waited for. */
  notOpened: MeetingRoll['members'][number][]
}

const isWaitedFor = ({ status }: MeetingRoll['members'][number]): boolean => status === 'active'

export function openersOf(openings: readonly Opening[], members: MeetingRoll['members']): Openers {
  const known = new Set(openings.map(({ memberId }) => memberId))
  return {
    opened: [...openings].sort((a, b) => b.firstAt.localeCompare(a.firstAt)),
    notOpened: members.filter((member) => isWaitedFor(member) && !known.has(member.memberId)),
  }
}
