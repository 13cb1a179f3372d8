// The people and papers of a practice meeting (buổi tập): all invented but for the one who practises.
import { agendaTemplate } from '@hoi-truong/shared/agenda'
import type { MeetingPlan, MeetingRoll, RollEntry } from '@hoi-truong/shared/meeting'
import { type BranchType, dayOf } from '@hoi-truong/shared/organization'
import { derivedId } from '../../log/derivedId.ts'

/** In the order of the list: the committee first. Who is exempt, elsewhere or on probation shows what the roll call makes of them. */
const people: readonly (Partial<RollEntry> & { name: string })[] = [
  { name: 'Nguyễn Thị Tập Sự', office: 'deputySecretary' },
  { name: 'Lê Văn Làm Quen', office: 'committeeMember' },
  { name: 'Bùi Thị An' },
  { name: 'Hoàng Văn Bình' },
  { name: 'Đỗ Thị Cúc' },
  { name: 'Phạm Văn Đại', status: 'exempt' },
  { name: 'Vũ Thị Giang' },
  { name: 'Đặng Văn Hải' },
  { name: 'Ngô Thị Hiền' },
  { name: 'Trần Văn Khánh' },
  { name: 'Dương Thị Lan' },
  { name: 'Phan Văn Long' },
  { name: 'Lý Thị Mai' },
  { name: 'Đinh Văn Nam', status: 'away' },
  { name: 'Mai Thị Oanh' },
  { name: 'Cao Văn Phúc' },
  { name: 'Tạ Thị Quyên' },
  { name: 'Hồ Văn Sơn' },
  { name: 'Trịnh Thị Thảo' },
  { name: 'Lương Văn Tuấn', category: 'probationary' },
  { name: 'Chu Thị Yến', category: 'probationary' },
]

/** Places in `people` of those who have answered the notice, or have given a reason to be absent. */
const ANSWERED = [0, 1, 2, 3, 4]
const reasons: readonly { place: number; reason: string }[] = [
  { place: 8, reason: 'Đưa người nhà đi khám bệnh ở tuyến trên (dữ liệu tập)' },
  { place: 15, reason: 'Trực ca tại cơ quan đến 22 giờ (dữ liệu tập)' },
]
export const remark = 'Tôi đang ở xa, đề nghị chi bộ bàn thêm về vệ sinh đường làng. (Ý kiến trong buổi tập)'

const MINUTE_MS = 60_000
const LENGTH_MINUTES = 120

export interface Practitioner {
  memberId: string
  name: string
  title: string | null
}

export interface Invention {
  plan: MeetingPlan
  roll: MeetingRoll
  /** Ids of those who have answered that they will come. */
  answered: string[]
  /** Who is absent, and why. */
  absent: { memberId: string; reason: string }[]
}

/** @param at ISO 8601: the practice meeting is due now */
export function inventMeeting(
  meetingId: string,
  at: string,
  branch: { organizationId: string; name: string; branchType: BranchType },
  practitioner: Practitioner,
): Invention {
  const idOf = (what: string) => derivedId(`practice ${meetingId} ${what}`)
  const members: RollEntry[] = [
    // Whoever practises leads, whatever office they hold.
    { ...practitioner, category: 'official', status: 'active', office: 'branchSecretary', temporary: false },
    ...people.map(
      (person, place): RollEntry => ({
        memberId: idOf(`person ${place}`),
        category: 'official',
        status: 'active',
        office: 'member',
        title: null,
        temporary: false,
        ...person,
      }),
    ),
  ]
  const memberAt = (place: number): string => idOf(`person ${place}`)
  return {
    plan: {
      organizationId: branch.organizationId,
      kind: 'regular',
      form: 'hybrid',
      month: dayOf(at).slice(0, 7),
      plannedStart: at,
      plannedEnd: new Date(Date.parse(at) + LENGTH_MINUTES * MINUTE_MS).toISOString(),
      place: 'Điểm cầu tập',
      onlineApproval: { number: 'TẬP', date: dayOf(at), authority: 'Buổi tập' },
      chairId: practitioner.memberId,
      standInId: null,
      minutesSecretaryId: null,
      sites: [{ siteId: idOf('site'), name: 'Điểm cầu tập', operatorId: practitioner.memberId }],
      agenda: agendaTemplate('regular', branch.branchType).map((item, place) => ({
        ...item,
        itemId: idOf(`item ${place}`),
        presenterId: practitioner.memberId,
      })),
      guests: [],
      documentsPostedAt: null,
    },
    roll: { organizationName: branch.name, upperName: null, members, followers: [], guests: [] },
    answered: ANSWERED.map(memberAt),
    absent: reasons.map(({ place, reason }) => ({ memberId: memberAt(place), reason })),
  }
}
