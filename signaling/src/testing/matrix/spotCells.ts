// Cells of the matrix in plain words, written by hand from DOMAIN and DESIGN: the table itself could be wrong.
import { randomUUID } from 'node:crypto'
import type { SyncReply } from '@hoi-truong/shared/protocol'
import { command } from '../signaling.ts'
import type { Caller, Code } from './callers.ts'
import { type MeetingCommand, meetingProbes, organizationProbes } from './commandProbes.ts'
import type { MeetingState, Province } from './layProvince.ts'
import type { Branch, Place } from './province.ts'

type Ask = (province: Province, caller: Caller) => Promise<Code>
export type SpotCell = [sentence: string, who: string, ask: Ask, code: Code]

const reads =
  (place: Place, rest = ''): Ask =>
  async ({ ids }, { get }) =>
    (await get(`organizations/${ids[place]}${rest}`)).code

const gives =
  (type: keyof typeof organizationProbes, place: Place, streamId?: (province: Province) => string): Ask =>
  async (province, { socket }) => {
    const stream = streamId?.(province) ?? province.ids[place]
    return (await socket('command', command(type, stream, organizationProbes[type].payload(province, place)))).code
  }

const sees =
  (branch: Branch, state: MeetingState): Ask =>
  async ({ meetings }, { socket }) =>
    (await socket('subscribe', { streamId: meetings[branch][state] })).code

const does =
  (type: MeetingCommand, state: MeetingState): Ask =>
  async (province, { socket }) =>
    (
      await socket(
        'command',
        command(type, province.meetings.branch[state], meetingProbes[type].payload(province, 'branch')),
      )
    ).code

/** `ok` for who reads reasons, FORBIDDEN for who follows the stream without them. */
const seesReasons: Ask = async ({ ids }, { socket }) => {
  const { code, value } = await socket('subscribe', { streamId: ids.branch })
  return code === 'ok' && !(value as SyncReply).viewer.bureau ? 'FORBIDDEN' : code
}

/** At the second site, which nobody was named for. */
const showsOtherSite: Ask = async ({ meetings, plans }, { socket }) =>
  (await socket('siteCode', { meetingId: meetings.branch.open, siteId: plans.branch.sites[1]?.siteId })).code
const ticksAtOtherSite: Ask = async ({ meetings, plans, person }, { socket }) => {
  const payload = { siteId: plans.branch.sites[1]?.siteId, memberIds: [person('chair').memberId] }
  return (await socket('command', command('attendance.checkInAtSite', meetings.branch.open, payload))).code
}
const showsSite: Ask = async ({ meetings, plans }, { socket }) =>
  (await socket('siteCode', { meetingId: meetings.branch.open, siteId: plans.branch.sites[0]?.siteId })).code

const watches =
  (place: Place): Ask =>
  async ({ ids }, { socket }) =>
    (await socket('watch', { organizationId: ids[place] })).code

const newStream = () => randomUUID()
const prepares = (place: Place): Ask => gives('meeting.draft', place, newStream)

export const spotCells: SpotCell[] = [
  ['a member reads the list of the own branch', 'member of branch', reads('branch', '/members'), 'ok'],
  [
    'the secretary of the sibling branch does not read this branch’s members',
    'branchSecretary of siblingBranch',
    reads('branch', '/members'),
    'FORBIDDEN',
  ],
  ['a member on the commune’s own list reads no branch', 'member of commune', reads('branch', '/members'), 'FORBIDDEN'],
  ['the secretary of a commune reads no branch', 'branchSecretary of commune', reads('branch'), 'FORBIDDEN'],
  ['the province’s monitor views a branch', 'upperMonitor of province', reads('branch', '/members'), 'ok'],
  [
    'the province’s monitor does not manage its list',
    'upperMonitor of province',
    gives('member.setStanding', 'branch'),
    'FORBIDDEN',
  ],
  ['the province’s monitor does not see reasons for absence', 'upperMonitor of province', seesReasons, 'FORBIDDEN'],
  ['a committee member sees reasons for absence', 'committeeMember of branch', seesReasons, 'ok'],
  [
    'a sibling commune’s monitor does not view this branch',
    'upperMonitor of siblingCommune',
    reads('branch'),
    'FORBIDDEN',
  ],
  ['a branch’s monitor does not view the commune above', 'upperMonitor of branch', reads('commune'), 'FORBIDDEN'],
  [
    'the commune’s administrator brings a list into its branch',
    'administrator of commune',
    gives('organization.importMembers', 'branch'),
    'IMPORT_EMPTY',
  ],
  [
    'and none into a branch of the sibling commune',
    'administrator of commune',
    gives('organization.importMembers', 'otherBranch'),
    'FORBIDDEN',
  ],
  [
    'a branch secretary registers no organization',
    'branchSecretary of branch',
    gives('organization.register', 'branch', newStream),
    'FORBIDDEN',
  ],
  ['the administrator prepares no meetings', 'administrator of province', prepares('branch'), 'FORBIDDEN'],
  [
    'the administrator does not see into meetings',
    'administrator of branch',
    sees('branch', 'open'),
    'MEETING_NOT_MEMBER',
  ],
  ['the commune’s auditor reads the rules of a branch', 'auditor of commune', reads('branch', '/rule-set'), 'ok'],
  ['the commune’s monitor sees the commune’s month', 'upperMonitor of commune', reads('commune', '/monitoring'), 'ok'],
  ['and watches it', 'upperMonitor of commune', watches('commune'), 'ok'],
  ['so does the province’s auditor', 'auditor of province', watches('commune'), 'ok'],
  [
    'a sibling commune’s monitor sees nothing of it',
    'upperMonitor of siblingCommune',
    reads('commune', '/monitoring'),
    'FORBIDDEN',
  ],
  ['and does not watch it', 'upperMonitor of siblingCommune', watches('commune'), 'FORBIDDEN'],
  ['nor its branch', 'upperMonitor of siblingCommune', watches('branch'), 'FORBIDDEN'],
  ['the branch secretary does not watch the own branch', 'branchSecretary of branch', watches('branch'), 'FORBIDDEN'],
  ['the commune’s auditor adopts none', 'auditor of commune', gives('ruleSet.adopt', 'commune'), 'FORBIDDEN'],
  ['the deputy secretary prepares a meeting', 'deputySecretary of branch', prepares('branch'), 'MEETING_TIMES_WRONG'],
  ['but none of the sibling branch', 'deputySecretary of branch', prepares('siblingBranch'), 'FORBIDDEN'],
  ['a committee member prepares none', 'committeeMember of branch', prepares('branch'), 'FORBIDDEN'],
  ['a committee member sees the draft', 'committeeMember of branch', sees('branch', 'draft'), 'ok'],
  ['a member does not see the draft', 'member of branch', sees('branch', 'draft'), 'MEETING_NOT_MEMBER'],
  [
    'the future minutes secretary does not see the draft',
    'minutesSecretary',
    sees('branch', 'draft'),
    'MEETING_NOT_MEMBER',
  ],
  [
    'the sibling branch’s secretary does not announce this branch’s draft',
    'branchSecretary of siblingBranch',
    does('meeting.announce', 'draft'),
    'MEETING_NOT_MEMBER',
  ],
  [
    'the sibling branch’s secretary prepares none under the id of this branch’s meeting',
    'branchSecretary of siblingBranch',
    gives('meeting.draft', 'siblingBranch', ({ meetings }) => meetings.branch.draft),
    'FORBIDDEN',
  ],
  [
    'a secretary who does not chair closes nothing',
    'branchSecretary of branch',
    does('meeting.close', 'open'),
    'MEETING_NOT_CHAIR',
  ],
  [
    'but may take the chair, once there',
    'branchSecretary of branch',
    does('meeting.takeChair', 'open'),
    'MEETING_OFFICER_ABSENT',
  ],
  ['so may the stand-in', 'standIn', does('meeting.takeChair', 'open'), 'MEETING_OFFICER_ABSENT'],
  ['a member may not', 'member of branch', does('meeting.takeChair', 'open'), 'FORBIDDEN'],
  ['an operator shows the code of the own site', 'operator', showsSite, 'ok'],
  ['an operator shows no other site’s', 'operator', showsOtherSite, 'ATTENDANCE_SITE_NOT_YOURS'],
  ['an operator ticks at the own site only', 'operator', ticksAtOtherSite, 'ATTENDANCE_SITE_NOT_YOURS'],
  [
    'who runs the branch’s sites is not for that in its meeting',
    'siteOperator of branch',
    showsSite,
    'MEETING_NOT_MEMBER',
  ],
  [
    'the minutes secretary sets the roll call right',
    'minutesSecretary',
    does('attendance.correct', 'cancelled'),
    'MEETING_CANCELLED',
  ],
  ['the chair does not', 'chair', does('attendance.correct', 'open'), 'FORBIDDEN'],
  [
    'the committee decides on absences',
    'committeeMember of branch',
    does('attendance.decideAbsence', 'cancelled'),
    'MEETING_CANCELLED',
  ],
  ['the minutes secretary does not', 'minutesSecretary', does('attendance.decideAbsence', 'open'), 'FORBIDDEN'],
  ['a guest sees the meeting', 'guest', sees('branch', 'open'), 'ok'],
  ['a guest is not one to be absent', 'guest', does('attendance.reportAbsence', 'open'), 'FORBIDDEN'],
  [
    'who follows from above is in no roll call at a site',
    'upperMonitor of branch',
    does('attendance.checkInByCode', 'open'),
    'FORBIDDEN',
  ],
  ['a suspended member does not see the meeting', 'suspended', sees('branch', 'open'), 'FORBIDDEN'],
  ['who is here for a time sees the meeting here', 'visitor', sees('branch', 'open'), 'ok'],
  ['and the one at home', 'visitor', sees('otherBranch', 'open'), 'ok'],
  [
    'a committee member sees who of the branch has an account',
    'committeeMember of branch',
    reads('branch', '/accounts'),
    'ok',
  ],
  ['a member does not', 'member of branch', reads('branch', '/accounts'), 'FORBIDDEN'],
  [
    'the committee of the sibling branch does not either',
    'branchSecretary of siblingBranch',
    reads('branch', '/accounts'),
    'FORBIDDEN',
  ],
  [
    'the province’s monitor sees counts, no accounts',
    'upperMonitor of province',
    reads('branch', '/accounts'),
    'FORBIDDEN',
  ],
  ['a committee member locks nobody', 'committeeMember of branch', gives('account.lock', 'branch'), 'FORBIDDEN'],
  [
    'a committee member decides on requests',
    'committeeMember of branch',
    gives('account.approveRequest', 'branch'),
    'ACCOUNT_REQUEST_UNKNOWN',
  ],
  [
    'the commune’s administrator unlocks accounts in its branch',
    'administrator of commune',
    gives('account.unlock', 'branch'),
    'MEMBER_UNKNOWN',
  ],
  [
    'and none in the sibling commune’s',
    'administrator of commune',
    gives('account.unlock', 'otherBranch'),
    'FORBIDDEN',
  ],
  [
    'nobody, the chair included, shows others out as lapsed',
    'chair',
    does('attendance.lapse', 'open'),
    'COMMAND_UNKNOWN',
  ],
]
