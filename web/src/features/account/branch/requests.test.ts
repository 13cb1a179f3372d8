import type { BranchAccounts } from '@hoi-truong/shared/account'
import { expect, it } from 'vitest'
import { keepSeen, type RequestLine, requestsShown } from './requests.ts'

const request = (requestId: string, at: string): RequestLine => ({
  requestId,
  memberId: `member of ${requestId}`,
  memberNumber: 'MAU-00024',
  name: 'Chu Thị Khởi Tạo',
  typedName: 'Chu Thị Khởi Tạo',
  phone: null,
  at,
})
const first = request('first', '2026-11-22T08:00:00.000Z')
const second = request('second', '2026-11-22T09:00:00.000Z')

const accounts = (change: Partial<BranchAccounts>): BranchAccounts => ({
  canIssueCodes: true,
  canDecide: true,
  canLock: true,
  members: [],
  requests: [],
  decisions: [],
  counts: { members: 0, able: 0, active: 0, activeAble: 0, waiting: 0 },
  ...change,
})
const ids = (seen: RequestLine[], now: BranchAccounts) =>
  requestsShown(seen, now).map(({ request }) => request.requestId)

it('keeps what was seen in its place, the oldest first', () => {
  expect(keepSeen([second], [first])).toEqual([first, second])
  expect(keepSeen([first, second], [second])).toEqual([first, second])
})

it('goes on showing a request that somebody else has decided, and by whom', () => {
  const decision = { requestId: 'first', approved: true, byName: 'Trần Văn Minh Họa' }
  const shown = requestsShown([first, second], accounts({ requests: [second], decisions: [decision] }))
  expect(shown.map(({ decision }) => decision)).toEqual([decision, null])
})

it('shows no decisions on what was not seen here, and nothing that expired or was sent anew', () => {
  const decision = { requestId: 'before', approved: true, byName: 'Trần Văn Minh Họa' }
  expect(ids([], accounts({ decisions: [decision] }))).toEqual([])
  expect(ids([first], accounts({ requests: [second] }))).toEqual(['second'])
})

it('offers no decision where the member has more rights', () => {
  const line = {
    memberId: first.memberId,
    memberNumber: 'MAU-00024',
    name: first.name,
    office: 'branchSecretary',
    category: 'official',
    state: 'requested',
    codeValidUntil: null,
    lastSeenAt: null,
  } as const
  const mayDecide = (manageable: boolean, canDecide = true) =>
    requestsShown([], accounts({ requests: [first], members: [{ ...line, manageable }], canDecide }))[0]?.mayDecide
  expect(mayDecide(true)).toBe(true)
  expect(mayDecide(false)).toBe(false)
  expect(mayDecide(true, false)).toBe(false)
})
