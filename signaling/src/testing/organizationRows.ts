// Commands on a branch's stream: its place in the tree, its members, its rules.
import { defaultRuleSet } from '@hoi-truong/shared/rules'
import { type CommandRow, everyMember, LONG } from './commandRows.ts'
import { member } from './signaling.ts'

const record = () => ({
  code: 'X',
  name: 'Chi bộ',
  kind: 'branch',
  branchType: 'village',
  committee: null,
  parentId: null,
  validFrom: '2026-01-01',
})
const change = () => {
  const { code: _, validFrom: from, ...facts } = record()
  return { ...facts, from }
}
const someone = () => member('dv04')
const importLine = () => ({
  memberId: someone(),
  memberNumber: 'X-1',
  name: 'X',
  category: 'official',
  officialFrom: null,
  title: null,
  office: null,
  officeFrom: null,
  standing: null,
})
const adoption = () => ({ ruleSet: defaultRuleSet, from: '2026-01-01', to: null })

/** The branch secretary and the deputy keep the list of members; the chair of the demo is the secretary. */
const keptByOfficers = everyMember.filter(([who]) => who !== 'chair')

export const organizationRows = (branch: () => string) =>
  ({
    'organization.register': {
      stream: branch,
      right: record,
      refused: everyMember,
      bad: [
        undefined,
        {},
        { code: 'X' },
        { ...record(), name: LONG },
        { ...record(), kind: 'Chi bộ' },
        { ...record(), branchType: 'club' },
        { ...record(), parentId: 'none' },
        { ...record(), validFrom: '31/12/2026' },
        { ...record(), level: 'branch' },
      ],
    },
    'organization.change': {
      stream: branch,
      right: change,
      refused: everyMember,
      bad: [undefined, {}, { ...change(), code: 'Y' }, { ...change(), from: '2026-02-30' }, { ...change(), name: ' ' }],
    },
    'organization.end': {
      stream: branch,
      right: () => ({ from: '2026-12-01', mergedInto: null }),
      refused: everyMember,
      bad: [
        undefined,
        {},
        { from: '2026-12-01' },
        { from: 'soon', mergedInto: null },
        { from: '2026-12-01', mergedInto: 7 },
      ],
    },
    'organization.importMembers': {
      stream: branch,
      right: () => ({ fileName: 'x', fileHash: 'a'.repeat(64), members: [] }),
      refused: everyMember,
      bad: [
        undefined,
        {},
        { fileName: 'x', fileHash: 'short', members: [] },
        { fileName: 'x', fileHash: 'a'.repeat(64), members: [{}] },
        {
          fileName: 'x',
          fileHash: 'a'.repeat(64),
          members: [{ memberId: someone(), memberNumber: 'X-1', name: 'X', category: 'official', status: 'exempt' }],
        },
      ],
    },
    'organization.acceptImport': {
      stream: branch,
      right: () => ({ importId: someone() }),
      refused: everyMember,
      bad: [undefined, {}, { importId: 'none' }, { importId: someone(), force: true }],
    },
    'organization.mergeMembers': {
      stream: branch,
      right: () => ({ fileName: 'x', fileHash: 'a'.repeat(64), lines: [importLine()] }),
      refused: everyMember.map(([who]): CommandRow['refused'][number] => [who, 'COMMAND_UNKNOWN']),
      bad: [],
    },
    'member.setStanding': {
      stream: branch,
      right: () => ({ kind: 'away', memberId: someone(), place: 'Nơi khác', from: '2026-11-01', to: null }),
      refused: keptByOfficers,
      bad: [
        undefined,
        {},
        { kind: 'active', memberId: someone(), from: '2026-11-01', to: null },
        { kind: 'exempt', memberId: someone(), from: '2026-11-01', to: null },
        { kind: 'away', memberId: someone(), place: 'x'.repeat(121), from: '2026-11-01', to: null },
        { kind: 'away', memberId: someone(), place: 'Nơi khác', from: '2026-11-31', to: null },
        {
          kind: 'suspended',
          memberId: someone(),
          decision: { number: '', date: '2026-11-01' },
          from: '2026-11-01',
          to: null,
        },
      ],
    },
    'member.endStanding': {
      stream: branch,
      right: () => ({ memberId: someone(), kind: 'away', from: '2026-11-01', to: '2026-11-02' }),
      refused: [...keptByOfficers, ['chair', 'STANDING_UNKNOWN']],
      bad: [undefined, {}, { memberId: someone(), kind: 'away', from: '2026-11-01', to: null }],
    },
    'member.setCategory': {
      stream: branch,
      right: () => ({ category: 'official', memberId: someone(), from: '2026-11-01' }),
      refused: keptByOfficers,
      bad: [
        undefined,
        {},
        { category: 'official', memberId: someone() },
        { category: 'probationary', memberId: someone(), from: '2026-11-01' },
        { category: 'guest', memberId: someone() },
      ],
    },
    'member.assignOffice': {
      stream: branch,
      right: () => ({ memberId: someone(), office: 'committeeMember', from: '2026-11-01', to: null }),
      refused: keptByOfficers,
      bad: [
        undefined,
        {},
        { memberId: someone(), office: 'member', from: '2026-11-01', to: null },
        { memberId: someone(), office: 'minutesSecretary', from: '2026-11-01', to: null },
        { memberId: someone(), office: 'committeeMember', from: null, to: null },
      ],
    },
    'member.endOffice': {
      stream: branch,
      right: () => ({ memberId: someone(), office: 'committeeMember', from: '2026-11-01', to: '2026-11-02' }),
      refused: [...keptByOfficers, ['chair', 'OFFICE_UNKNOWN']],
      bad: [undefined, {}, { memberId: someone(), office: 'committeeMember', from: '2026-11-01' }],
    },
    'member.transferOut': {
      stream: branch,
      right: () => ({ memberId: someone(), to: '2026-11-01', destinationId: null, destinationName: 'Chi bộ khác' }),
      refused: keptByOfficers,
      bad: [
        undefined,
        {},
        { memberId: someone(), to: '2026-11-01', destinationId: null, destinationName: null },
        { memberId: 'dv04', to: '2026-11-01', destinationId: null, destinationName: 'Chi bộ khác' },
      ],
    },
    'member.receive': {
      stream: branch,
      right: () => ({ memberNumber: 'MAU-99999', kind: 'regular', from: '2026-11-01', to: null }),
      refused: [...keptByOfficers, ['chair', 'MEMBER_NOT_INTRODUCED']],
      bad: [
        undefined,
        {},
        { memberNumber: '%', kind: 'regular', from: '2026-11-01', to: null },
        { memberNumber: 'MAU-00004', kind: 'guest', from: '2026-11-01', to: null },
      ],
    },
    'member.endTemporary': {
      stream: branch,
      right: () => ({ memberId: someone(), to: '2026-11-01' }),
      refused: [...keptByOfficers, ['chair', 'MEMBER_NOT_HERE']],
      bad: [undefined, {}, { memberId: someone(), to: null }],
    },
    'ruleSet.adopt': {
      stream: branch,
      right: adoption,
      refused: everyMember,
      bad: [
        undefined,
        {},
        { ...adoption(), from: null },
        { ...adoption(), ruleSet: { ...defaultRuleSet, version: 0 } },
        { ...adoption(), ruleSet: { ...defaultRuleSet, quorum: 'half' } },
      ],
    },
  }) satisfies Record<string, CommandRow>
