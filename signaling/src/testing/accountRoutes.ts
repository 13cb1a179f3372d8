// The routes about accounts in the test that asks every route without a token, without right and with bad input.
import { randomUUID } from 'node:crypto'
import { type Bad, badBodies, json, type Row, withoutBody } from './routeRows.ts'
import { member } from './signaling.ts'

const login = { memberNumber: 'MAU-00005', password: 'Thu-nghiem-2026' }
const activation = { memberNumber: 'MAU-00005', code: '0123-4567-89ABC', password: 'con trâu đi cày' }
const accountRequest = { memberNumber: 'MAU-00005', name: 'Vũ Đức Mô Phỏng', phone: null, password: 'con trâu đi cày' }
const passwordChange = { current: 'Thu-nghiem-2026', password: 'con trâu đi cày' }
const slips = () => ({ commandId: randomUUID(), memberIds: [member('dv04')], reset: false })

interface Places {
  branch: (rest?: string) => { path: string }
  badBranch: (rest?: string, dated?: boolean) => Bad[]
  tokens: () => Record<'member' | 'secretary', string>
  /** Of another branch. */
  strangerId: () => string
}

export const accountRoutes = ({ branch, badBranch, tokens, strangerId }: Places): Record<string, Row> => ({
  'POST /api/v1/auth/login': {
    signedIn: false,
    right: () => json(login),
    bad: [
      ...badBodies(() => login),
      ['a number that is none', () => json({ ...login, memberNumber: "' or 1=1 --" }), 'REQUEST_MALFORMED'],
      ['a number in an object', () => json({ ...login, memberNumber: { not: 'x' } }), 'REQUEST_MALFORMED'],
      ['an endless password', () => json({ ...login, password: 'x'.repeat(201) }), 'REQUEST_MALFORMED'],
      ['a wrong password', () => json({ ...login, password: '\0\ud800' }), 'CREDENTIALS_WRONG'],
    ],
  },
  'POST /api/v1/auth/refresh': {
    signedIn: false,
    right: () => ({}),
    bad: [['no cookie', () => ({}), 'REFRESH_INVALID'], ...withoutBody],
  },
  'POST /api/v1/auth/logout': { signedIn: false, right: () => ({}), bad: withoutBody },
  'POST /api/v1/auth/activate': {
    signedIn: false,
    right: () => json(activation),
    bad: [
      ...badBodies(() => activation),
      ['a code that is none', () => json({ ...activation, code: 'UUUU' }), 'REQUEST_MALFORMED'],
      ['a short password', () => json({ ...activation, password: 'ngắn' }), 'REQUEST_MALFORMED'],
      ['an endless password', () => json({ ...activation, password: 'x'.repeat(201) }), 'REQUEST_MALFORMED'],
      ['the number as password', () => json({ ...activation, password: 'mau 00005' }), 'PASSWORD_WEAK'],
      ['a wrong code', () => json(activation), 'ACCOUNT_CODE_WRONG'],
      ['an unknown number', () => json({ ...activation, memberNumber: 'KHONG-CO' }), 'ACCOUNT_CODE_WRONG'],
    ],
  },
  'POST /api/v1/auth/requests': {
    signedIn: false,
    right: () => json(accountRequest),
    bad: [
      ...badBodies(() => accountRequest),
      ['no name', () => json({ ...accountRequest, name: ' ' }), 'REQUEST_MALFORMED'],
      ['a name that cannot be kept', () => json({ ...accountRequest, name: 'x\0y' }), 'REQUEST_MALFORMED'],
      ['half a letter for a name', () => json({ ...accountRequest, name: 'x\ud800y' }), 'REQUEST_MALFORMED'],
      ['words for a telephone', () => json({ ...accountRequest, phone: 'gọi sau nhé' }), 'REQUEST_MALFORMED'],
      ['a common password', () => json({ ...accountRequest, password: '12345678' }), 'PASSWORD_WEAK'],
    ],
  },
  'GET /api/v1/me': { signedIn: true, right: () => ({}), bad: [] },
  'GET /api/v1/me/sessions': { signedIn: true, right: () => ({}), bad: [] },
  'DELETE /api/v1/me/sessions/:sessionId': {
    signedIn: true,
    right: () => ({ path: `/api/v1/me/sessions/${randomUUID()}` }),
    bad: [
      ['no id', () => ({ path: '/api/v1/me/sessions/none' }), 'REQUEST_MALFORMED'],
      ['a session of nobody', () => ({ path: `/api/v1/me/sessions/${randomUUID()}` }), 'NOT_FOUND'],
    ],
  },
  'POST /api/v1/me/sessions/end-others': {
    signedIn: true,
    right: () => ({ token: tokens().member }),
    bad: withoutBody,
  },
  'POST /api/v1/me/password': {
    signedIn: true,
    right: () => json(passwordChange),
    bad: [
      ...badBodies(() => passwordChange),
      ['a wrong password', () => json({ ...passwordChange, current: 'not this' }), 'CREDENTIALS_WRONG'],
      ['the number as password', () => json({ ...passwordChange, password: 'MAU-00004' }), 'PASSWORD_WEAK'],
    ],
  },
  'GET /api/v1/organizations/:id/accounts': {
    signedIn: true,
    right: () => branch('/accounts'),
    bad: [...badBranch('/accounts', false), ['a member without office', () => branch('/accounts'), 'FORBIDDEN']],
  },
  'POST /api/v1/organizations/:id/account-slips': {
    signedIn: true,
    right: () => ({ ...branch('/account-slips'), ...json(slips()) }),
    bad: [
      ...badBodies(slips).map(
        ([what, wish, code]): Bad => [what, () => ({ ...branch('/account-slips'), ...wish() }), code],
      ),
      ...badBranch('/account-slips', false).map(
        ([what, wish, code]): Bad => [what, () => ({ ...json(slips()), ...wish() }), code],
      ),
      ['a member without office', () => ({ ...branch('/account-slips'), ...json(slips()) }), 'FORBIDDEN'],
      [
        'a member of another branch',
        () => ({
          ...branch('/account-slips'),
          ...json({ ...slips(), memberIds: [strangerId()] }),
          token: tokens().secretary,
        }),
        'MEMBER_UNKNOWN',
      ],
      ['nobody', () => ({ ...branch('/account-slips'), ...json({ ...slips(), memberIds: [] }) }), 'REQUEST_MALFORMED'],
    ],
  },
})
