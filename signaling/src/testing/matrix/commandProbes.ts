// How each command is asked for without doing anything: whoever has the right is refused for another reason, which is named here.
import { randomUUID } from 'node:crypto'
import { meetingReasonSchema } from '@hoi-truong/shared/meeting'
import type { Action } from '@hoi-truong/shared/permissions'
import { defaultRuleSet } from '@hoi-truong/shared/rules'
import type { CommandType } from '@hoi-truong/shared/streams'
import type { Code } from './callers.ts'
import type { Province } from './layProvince.ts'
import type { Branch, Place } from './province.ts'

interface Probe<Where> {
  payload: (province: Province, where: Where) => unknown
  /** What those hear who have the right. */
  past: readonly Code[]
}

export type MeetingCommand = Exclude<
  Extract<
    CommandType,
    `${'meeting' | 'agenda' | 'attendance' | 'floor' | 'comment' | 'document' | 'voting'}.${string}`
  >,
  | 'meeting.draft'
  | 'meeting.startPractice'
  | 'agenda.saveTemplate'
  | 'attendance.recordLateAbsence'
  | 'comment.recordLate'
>
export type OrganizationCommand = Exclude<CommandType, MeetingCommand>

/** The row of the table: that of the command's name, but for a branch's list, which is one right. */
const otherNames: Partial<Record<CommandType, Action>> = {
  'organization.acceptImport': 'organization.import',
  'organization.mergeMembers': 'organization.importMembers',
  'account.approveRequest': 'account.decideRequest',
  'account.refuseRequest': 'account.decideRequest',
  'account.unlock': 'account.lock',
  'voting.revise': 'voting.prepare',
  'voting.enterPaperCount': 'voting.countPaper',
  'voting.confirmPaperCount': 'voting.countPaper',
}
export const actionOf = (type: CommandType): Action =>
  otherNames[type] ?? (type.startsWith('member.') ? 'member.manage' : (type as Action))

const nobody = randomUUID()
const long = { from: '2026-01-01', to: null }
const facts = { name: 'X', kind: 'branch', branchType: 'village', committee: null, parentId: null }
const importLine = {
  memberId: nobody,
  memberNumber: 'KHONG-CO',
  name: 'X',
  officialFrom: null,
  title: null,
  office: 'committeeMember',
  officeFrom: null,
  standing: null,
}
const unknownMember: readonly Code[] = ['MEMBER_UNKNOWN']
const nothing = () => ({})
const reason = meetingReasonSchema.parse('Ma trận quyền')
const document = { itemId: null, name: 'x.pdf', type: 'pdf', bytes: 1, sha256: 'a'.repeat(64), pages: 1 }
const heard = { siteId: null, itemId: null, startedAt: '2026-01-01T12:00:00Z', endedAt: '2026-01-01T12:01:00Z' }
/** Yes or no, and yet with an option. */
const question = {
  pollId: nobody,
  itemId: null,
  matter: 'resolution',
  method: 'open',
  title: 'Ma trận quyền',
  options: [{ optionId: nobody, label: 'X' }],
  maxChoices: 1,
  showTallies: false,
  tellerIds: [],
  repeats: null,
} as const
const figures = { issued: 0, returned: 0, valid: 0, invalid: 0, tallies: {} }
const comment = { commentId: nobody, subject: { kind: 'meeting' }, text: 'Ma trận quyền' } as const

export const organizationProbes: Record<OrganizationCommand, Probe<Place>> = {
  'account.issueCodes': { payload: () => ({ memberIds: [nobody], reset: false }), past: unknownMember },
  'account.approveRequest': { payload: () => ({ requestId: nobody }), past: ['ACCOUNT_REQUEST_UNKNOWN'] },
  'account.refuseRequest': { payload: () => ({ requestId: nobody, reason }), past: ['ACCOUNT_REQUEST_UNKNOWN'] },
  'account.lock': { payload: () => ({ memberId: nobody, reason }), past: unknownMember },
  'account.unlock': { payload: () => ({ memberId: nobody }), past: unknownMember },
  'organization.register': {
    payload: () => ({ code: 'X', ...facts, validFrom: '2025-07-01' }),
    past: ['ORGANIZATION_EXISTS'],
  },
  'organization.change': {
    payload: () => ({ ...facts, from: '2000-01-01' }),
    past: ['ORGANIZATION_VERSION_OVERLAPS'],
  },
  'organization.end': {
    payload: () => ({ from: '2000-01-01', mergedInto: null }),
    past: ['ORGANIZATION_VERSION_OVERLAPS'],
  },
  'organization.importMembers': {
    payload: () => ({ fileName: 'x', fileHash: 'b'.repeat(64), members: [] }),
    past: ['IMPORT_EMPTY'],
  },
  'organization.acceptImport': { payload: () => ({ importId: nobody }), past: ['IMPORT_UNKNOWN'] },
  // Somebody who cannot hold the office.
  'organization.mergeMembers': {
    payload: () => ({ fileName: 'x', fileHash: 'b'.repeat(64), lines: [{ ...importLine, category: 'probationary' }] }),
    past: ['MEMBER_NOT_OFFICIAL'],
  },
  'member.setStanding': {
    payload: () => ({ kind: 'away', memberId: nobody, ...long, place: 'X' }),
    past: unknownMember,
  },
  'member.endStanding': {
    payload: () => ({ memberId: nobody, kind: 'away', from: null, to: '2026-01-01' }),
    past: unknownMember,
  },
  'member.setCategory': {
    payload: () => ({ category: 'official', memberId: nobody, from: '2026-01-01' }),
    past: unknownMember,
  },
  'member.assignOffice': {
    payload: () => ({ memberId: nobody, office: 'committeeMember', ...long }),
    past: unknownMember,
  },
  'member.endOffice': {
    payload: () => ({ memberId: nobody, office: 'committeeMember', from: null, to: '2026-01-01' }),
    past: unknownMember,
  },
  'member.transferOut': {
    payload: () => ({ memberId: nobody, to: '2026-01-01', destinationId: null, destinationName: 'X' }),
    past: unknownMember,
  },
  'member.receive': {
    payload: () => ({ memberNumber: 'KHONG-CO', kind: 'regular', ...long }),
    past: ['MEMBER_NOT_INTRODUCED'],
  },
  'member.endTemporary': { payload: () => ({ memberId: nobody, to: '2026-01-01' }), past: unknownMember },
  'ruleSet.adopt': {
    payload: () => ({ ruleSet: defaultRuleSet, from: '2026-02-01', to: '2026-01-01' }),
    past: ['PERIOD_WRONG'],
  },
  // Of a new stream; its end before its beginning.
  'meeting.startPractice': {
    payload: ({ ids }, place) => ({ organizationId: ids[place] }),
    past: ['MEETING_EXISTS', 'MEMBER_NOT_HERE'],
  },
  'meeting.draft': {
    payload: ({ ids, plans }, place) => {
      const plan = plans.branch
      return { ...plan, organizationId: ids[place], plannedEnd: plan.plannedStart }
    },
    past: ['MEETING_TIMES_WRONG'],
  },
  // Saved once, it is the same the next time: the only one that leaves something behind.
  'agenda.saveTemplate': {
    payload: () => ({
      kind: 'regular',
      items: [{ part: 'opening', kind: 'other', title: 'X', minutes: 1, inPersonOnly: false }],
    }),
    past: ['ok'],
  },
  'attendance.recordLateAbsence': {
    payload: ({ meetings }) => ({ meetingId: meetings.branch.cancelled, reason }),
    past: ['ok', 'ABSENCE_ALREADY_REPORTED'],
  },
  // One id is one comment: whoever comes second hears that.
  'comment.recordLate': {
    payload: ({ meetings }) => ({ ...comment, commentId: randomUUID(), meetingId: meetings.branch.cancelled }),
    past: ['ok', 'COMMENT_ID_REUSED'],
  },
}

/** In a cancelled meeting and in a draft. */
const notNow: readonly Code[] = ['MEETING_CANCELLED', 'MEETING_NOT_OPEN', 'MEETING_NOT_ANNOUNCED']
const calledOff = { payload: () => ({ reason }), past: notNow }
const live = { payload: nothing, past: notNow }
/** Without a socket nobody is in the room, nor leaves it. */
const device = { payload: nothing, past: [...notNow, 'ATTENDANCE_NOT_IN_ROOM', 'ok'] as const }
const site = ({ plans }: Province, branch: Branch) => plans[branch].sites[0]?.siteId
const item = {
  payload: ({ plans }: Province, branch: Branch) => ({ itemId: plans[branch].agenda[0]?.itemId }),
  past: notNow,
}
const atSite = {
  payload: (province: Province, branch: Branch) => ({ siteId: site(province, branch), memberIds: [nobody] }),
  past: notNow,
}

export const meetingProbes: Record<MeetingCommand, Probe<Branch>> = {
  'meeting.revise': {
    payload: ({ plans }, branch) => ({ plan: plans[branch], basedOn: 999 }),
    past: ['MEETING_CANCELLED', 'MEETING_PLAN_STALE'],
  },
  'meeting.announce': {
    payload: () => ({ basedOn: 999 }),
    past: ['MEETING_CANCELLED', 'MEETING_PLAN_STALE'],
  },
  'meeting.cancel': calledOff,
  'meeting.recordNotHeld': calledOff,
  'meeting.open': live,
  'meeting.close': live,
  'meeting.reopen': live,
  'meeting.updateRoll': live,
  'meeting.nameMinutesSecretary': { payload: () => ({ memberId: null }), past: notNow },
  'meeting.handOverChair': { payload: () => ({ memberId: nobody }), past: notNow },
  'meeting.takeChair': live,
  'agenda.start': item,
  'agenda.finish': item,
  'agenda.revise': { payload: ({ plans }, branch) => ({ items: plans[branch].agenda, basedOn: 999 }), past: notNow },
  'attendance.enter': device,
  'attendance.leave': device,
  'attendance.lapse': { payload: () => ({ memberIds: [nobody] }), past: ['ok'] },
  'attendance.answer': live,
  'attendance.reportAbsence': { payload: () => ({ reason }), past: notNow },
  'attendance.recordAbsence': { payload: () => ({ memberId: nobody, reason }), past: notNow },
  'attendance.decideAbsence': { payload: () => ({ memberId: nobody, accepted: true }), past: notNow },
  'attendance.checkInAtSite': atSite,
  'attendance.checkOutAtSite': atSite,
  'attendance.checkInByCode': {
    payload: (province, branch) => ({ siteId: site(province, branch), code: '000000' }),
    past: notNow,
  },
  'attendance.correct': { payload: () => ({ memberId: nobody, presence: null, reason }), past: notNow },
  'attendance.confirmQuorum': live,
  'attendance.remove': { payload: () => ({ memberId: nobody, reason }), past: notNow },
  'attendance.readmit': { payload: () => ({ memberId: nobody }), past: notNow },
  'floor.changeMode': { payload: () => ({ mode: 'open' }), past: notNow },
  'floor.raiseHand': { payload: () => ({ handId: nobody, memberId: nobody }), past: notNow },
  'floor.lowerHand': { payload: () => ({ handId: nobody }), past: notNow },
  'floor.moveHand': { payload: () => ({ handId: nobody, before: null }), past: notNow },
  'floor.grant': { payload: () => ({ speechId: nobody, memberId: nobody, limitSeconds: null }), past: notNow },
  'floor.changeLimit': { payload: () => ({ speechId: nobody, limitSeconds: null }), past: notNow },
  'floor.end': { payload: () => ({ speechId: nobody }), past: notNow },
  'floor.recordSpeech': {
    payload: () => ({ ...heard, speechId: nobody, memberId: nobody }),
    past: notNow,
  },
  'floor.silence': { payload: () => ({ memberIds: null }), past: notNow },
  'document.post': {
    payload: () => ({ ...document, documentId: randomUUID() }),
    past: notNow,
  },
  'document.withdraw': { payload: () => ({ documentId: nobody, reason }), past: [...notNow, 'DOCUMENT_UNKNOWN'] },
  'document.present': { payload: () => ({ presentationId: nobody, documentId: nobody }), past: notNow },
  'document.endPresentation': {
    payload: () => ({ presentationId: nobody }),
    past: [...notNow, 'PRESENTATION_UNKNOWN'],
  },
  'comment.post': { payload: () => comment, past: notNow },
  'comment.withdraw': { payload: () => ({ commentId: nobody }), past: notNow },
  'comment.markReadOut': { payload: () => ({ commentId: nobody, readOut: true }), past: notNow },
  'voting.prepare': { payload: () => ({ question }), past: [...notNow, 'POLL_OPTIONS_WRONG'] },
  'voting.revise': { payload: () => ({ question, basedOn: 1 }), past: [...notNow, 'POLL_UNKNOWN'] },
  'voting.discard': { payload: () => ({ pollId: nobody }), past: [...notNow, 'POLL_UNKNOWN'] },
  'voting.open': { payload: () => ({ pollId: nobody, basedOn: 1 }), past: notNow },
  'voting.cast': { payload: () => ({ pollId: nobody, choices: ['for'] }), past: notNow },
  'voting.countHands': {
    payload: (province, branch) => ({ pollId: nobody, siteId: site(province, branch), mayVote: 0, tallies: {} }),
    past: notNow,
  },
  'voting.enterPaperCount': { payload: () => ({ pollId: nobody, count: figures, basedOn: 0 }), past: notNow },
  'voting.confirmPaperCount': { payload: () => ({ pollId: nobody, revision: 1 }), past: notNow },
  'voting.close': { payload: () => ({ pollId: nobody, leaveOut: [] }), past: notNow },
  'voting.cancel': { payload: () => ({ pollId: nobody, reason }), past: notNow },
  'voting.announce': { payload: () => ({ pollId: nobody }), past: notNow },
}

/** Refused because of who asks. */
export const refusalsOfRight: ReadonlySet<Code> = new Set([
  'FORBIDDEN',
  'MEETING_NOT_MEMBER',
  'MEETING_NOT_CHAIR',
  'COMMAND_UNKNOWN',
])
