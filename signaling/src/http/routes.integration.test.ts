// Every route without a token, without right, and with bad input. A route without a row here fails the last test.
import { randomUUID } from 'node:crypto'
import { type ErrorCode, errorStatus } from '@hoi-truong/shared/errors'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestCertificates, type TestCertificates } from '../../../scripts/testing/certificates.ts'
import { accountRoutes } from '../testing/accountRoutes.ts'
import { ballotRoutes } from '../testing/ballots/ballotRoutes.ts'
import { layOutsiders, type Outsiders, SUSPENDED } from '../testing/outsiders.ts'
import { type Bad, badBodies, json, type Row, type Wish, withoutBody } from '../testing/routeRows.ts'
import { command, member, signIn, startTestSignaling, type TestSignaling } from '../testing/signaling.ts'

let certificates: TestCertificates
let signaling: TestSignaling
let outsiders: Outsiders
let tokens: Record<'member' | 'secretary' | 'stranger' | 'suspended' | 'administrator', string>

beforeAll(async () => {
  certificates = await makeTestCertificates()
  signaling = await startTestSignaling({ WEB_DIST: 'not-built', CA_CERT_FILE: certificates.authorityFile })
  outsiders = await layOutsiders(signaling)
  const { url } = signaling.server
  tokens = {
    member: await signIn(url, 'dv04'),
    secretary: await signIn(url, 'dv01'),
    stranger: await outsiders.strangerToken(),
    suspended: await signIn(url, SUSPENDED),
    administrator: await signIn(url, 'qt01'),
  }
})
afterAll(async () => {
  certificates.remove()
  await signaling.stop()
})

const leave = () => command('attendance.leave', outsiders.meetingId)
const meeting = (rest = '') => ({ path: `/api/v1/meetings/${outsiders.meetingId}${rest}` })

const document = (rest = '') => meeting(`/documents${rest}`)
const file = (body: string): Wish => ({ type: 'application/octet-stream', body })

const badIds = (rest = ''): Bad[] => [
  ['no id', () => ({ path: `/api/v1/meetings/none${rest}` }), 'REQUEST_MALFORMED'],
  ['a control character for an id', () => ({ path: `/api/v1/meetings/%00${rest}` }), 'REQUEST_MALFORMED'],
  ['a broken escape for an id', () => ({ path: `/api/v1/meetings/%zz${rest}` }), 'REQUEST_MALFORMED'],
  ['an id that is too long', () => ({ path: `/api/v1/meetings/${'a'.repeat(500)}${rest}` }), 'REQUEST_MALFORMED'],
  ['an unknown id', () => ({ path: `/api/v1/meetings/${randomUUID()}${rest}` }), 'STREAM_UNKNOWN'],
  ['the id of a branch', () => ({ path: `/api/v1/meetings/${signaling.sample.branchId}${rest}` }), 'MEETING_UNKNOWN'],
  ['a stranger', () => ({ ...meeting(rest), token: tokens.stranger }), 'MEETING_NOT_MEMBER'],
  ['a suspended member', () => ({ ...meeting(rest), token: tokens.suspended }), 'FORBIDDEN'],
]

const branch = (rest = '') => ({ path: `/api/v1/organizations/${signaling.sample.branchId}${rest}` })

/** Below one organization: its id, who has no role there, and the day asked about. */
const badBranch = (rest = '', dated = true): Bad[] => [
  ['no id', () => ({ path: `/api/v1/organizations/none${rest}` }), 'REQUEST_MALFORMED'],
  ['a control character for an id', () => ({ path: `/api/v1/organizations/%00${rest}` }), 'REQUEST_MALFORMED'],
  ['an unknown id', () => ({ path: `/api/v1/organizations/${randomUUID()}${rest}` }), 'FORBIDDEN'],
  ['the id of a meeting', () => ({ path: `/api/v1/organizations/${outsiders.meetingId}${rest}` }), 'FORBIDDEN'],
  ['a stranger', () => ({ ...branch(rest), token: tokens.stranger }), 'FORBIDDEN'],
  ...(dated
    ? (['yesterday', '2026-02-30', '2026-11-01T00:00:00Z', "2026-11-01'--"].map((day) => [
        `a day that is none: ${day}`,
        () => branch(`${rest}?on=${encodeURIComponent(day)}`),
        'REQUEST_MALFORMED',
      ]) as Bad[])
    : []),
]

const newImport = { files: [{ name: 'danh-sach.csv', bytes: 1 }] }
const ofImport = (rest = '') => branch(`/imports/${randomUUID()}${rest}`)
const administrator = () => ({
  path: `/api/v1/organizations/${signaling.sample.organizations[0]?.id}/imports`,
  token: tokens.administrator,
})
/** Below one import of an organization: nobody but its administrators learns which there are. */
const badImport = (rest = ''): Bad[] => [
  ['a member', () => ofImport(rest), 'FORBIDDEN'],
  ['no id', () => branch(`/imports/none${rest}`), 'REQUEST_MALFORMED'],
  ['a stranger', () => ({ ...ofImport(rest), token: tokens.stranger }), 'FORBIDDEN'],
]

const table: Record<string, Row> = {
  ...accountRoutes({ branch, badBranch, tokens: () => tokens, strangerId: () => outsiders.strangerId }),
  ...ballotRoutes(() => ({ meetingId: signaling.meetingId, branchId: signaling.sample.branchId })),
  'GET /api/v1/meetings': { signedIn: true, right: () => ({}), bad: [] },
  'GET /api/v1/meetings/:id': { signedIn: true, right: meeting, bad: badIds() },
  'GET /api/v1/meetings/:id/events': { signedIn: true, right: () => meeting('/events'), bad: badIds('/events') },
  'GET /api/v1/meetings/:id/late-comments': {
    signedIn: true,
    right: () => meeting('/late-comments'),
    bad: badIds('/late-comments'),
  },
  'POST /api/v1/meetings/:meetingId/documents': {
    signedIn: true,
    right: () => ({ ...document(`?documentId=${randomUUID()}`), ...file('%PDF-1.7') }),
    bad: [
      ...badIds(`/documents?documentId=${randomUUID()}`).map(
        ([what, wish, code]): Bad => [what, () => ({ ...wish(), ...file('%PDF-1.7') }), code],
      ),
      ['no id of the document', () => ({ ...document(), ...file('x') }), 'REQUEST_MALFORMED'],
      ['an id that is none', () => ({ ...document('?documentId=1'), ...file('x') }), 'REQUEST_MALFORMED'],
      [
        'an item that is none',
        () => ({ ...document(`?documentId=${randomUUID()}&itemId=x`), ...file('x') }),
        'REQUEST_MALFORMED',
      ],
      ['a form', () => ({ ...document(`?documentId=${randomUUID()}`), ...json({}) }), 'REQUEST_MALFORMED'],
      ['a member without office', () => ({ ...document(`?documentId=${randomUUID()}`), ...file('x') }), 'FORBIDDEN'],
      [
        'a file that is none',
        () => ({ ...document(`?documentId=${randomUUID()}`), ...file('x'), token: tokens.secretary }),
        'DOCUMENT_TYPE_WRONG',
      ],
    ],
  },
  'GET /api/v1/meetings/:meetingId/documents/:documentId/content': {
    signedIn: true,
    right: () => document(`/${randomUUID()}/content`),
    bad: [
      ...badIds(`/documents/${randomUUID()}/content`),
      ['no id of a document', () => document('/none/content'), 'REQUEST_MALFORMED'],
      ['a document that there is not', () => document(`/${randomUUID()}/content`), 'DOCUMENT_UNKNOWN'],
    ],
  },
  'GET /api/v1/meetings/:meetingId/documents/:documentId/text': {
    signedIn: true,
    right: () => document(`/${randomUUID()}/text`),
    bad: [
      ...badIds(`/documents/${randomUUID()}/text`),
      ['no id of a document', () => document('/none/text'), 'REQUEST_MALFORMED'],
      ['a document that there is not', () => document(`/${randomUUID()}/text`), 'DOCUMENT_UNKNOWN'],
    ],
  },
  'GET /api/v1/meetings/:meetingId/documents/openings': {
    signedIn: true,
    right: () => document('/openings'),
    bad: [...badIds('/documents/openings'), ['a member without office', () => document('/openings'), 'FORBIDDEN']],
  },
  'GET /api/v1/organizations': { signedIn: true, right: () => ({}), bad: [] },
  'GET /api/v1/organizations/:id': { signedIn: true, right: () => branch(), bad: badBranch('', false) },
  'GET /api/v1/organizations/:id/subtree': {
    signedIn: true,
    right: () => branch('/subtree'),
    bad: badBranch('/subtree'),
  },
  'GET /api/v1/organizations/:id/members': {
    signedIn: true,
    right: () => branch('/members'),
    bad: [
      ...badBranch('/members'),
      ['an endless search', () => branch(`/members?search=${'x'.repeat(101)}`), 'REQUEST_MALFORMED'],
      ['two searches', () => branch('/members?search=a&search=b'), 'REQUEST_MALFORMED'],
    ],
  },
  'GET /api/v1/organizations/:id/members/:memberId': {
    signedIn: true,
    right: () => branch(`/members/${member('dv04')}`),
    bad: [
      ...badBranch(`/members/${randomUUID()}`),
      ['no member', () => branch('/members/none'), 'REQUEST_MALFORMED'],
      ['an unknown member', () => branch(`/members/${randomUUID()}`), 'MEMBER_UNKNOWN'],
      ['a member of another branch', () => branch(`/members/${outsiders.strangerId}`), 'MEMBER_UNKNOWN'],
    ],
  },
  'GET /api/v1/organizations/:id/rule-set': {
    signedIn: true,
    right: () => branch('/rule-set'),
    bad: badBranch('/rule-set'),
  },
  'GET /api/v1/organizations/:id/monitoring': {
    signedIn: true,
    right: () => branch('/monitoring'),
    bad: [
      ...badBranch('/monitoring', false),
      ['a member of the branch', () => branch('/monitoring'), 'FORBIDDEN'],
      ['its secretary', () => ({ ...branch('/monitoring'), token: tokens.secretary }), 'FORBIDDEN'],
      ['a month that is none', () => branch('/monitoring?month=2026-13'), 'REQUEST_MALFORMED'],
      ['a month of no calendar', () => branch('/monitoring?month=0000-01'), 'REQUEST_MALFORMED'],
      ['a day', () => branch('/monitoring?month=2026-11-03'), 'REQUEST_MALFORMED'],
      ['an empty month', () => branch('/monitoring?month='), 'REQUEST_MALFORMED'],
      ['two months', () => branch('/monitoring?month=2026-10&month=2026-11'), 'REQUEST_MALFORMED'],
      ['a month in SQL', () => branch(`/monitoring?month=${encodeURIComponent("' or 1=1 --")}`), 'REQUEST_MALFORMED'],
    ],
  },
  'GET /api/v1/organizations/:id/preparation': {
    signedIn: true,
    right: () => branch('/preparation'),
    bad: [
      ...badBranch('/preparation', false),
      ['a member without office', () => branch('/preparation'), 'FORBIDDEN'],
      ['a kind that is none', () => branch('/preparation?kind=party'), 'REQUEST_MALFORMED'],
      ['two kinds', () => branch('/preparation?kind=regular&kind=thematic'), 'REQUEST_MALFORMED'],
      ['an empty kind', () => branch('/preparation?kind='), 'REQUEST_MALFORMED'],
    ],
  },
  'GET /api/v1/organizations/:id/guests/:memberNumber': {
    signedIn: true,
    right: () => branch('/guests/MAU-00005'),
    bad: [
      ...badBranch('/guests/MAU-00005', false),
      ['a member without office', () => branch('/guests/MAU-00005'), 'FORBIDDEN'],
      ['a number that is none', () => branch(`/guests/${encodeURIComponent("' or 1=1 --")}`), 'REQUEST_MALFORMED'],
      ['a number that is too long', () => branch(`/guests/${'A'.repeat(33)}`), 'REQUEST_MALFORMED'],
      ['a number that nobody has', () => ({ ...branch('/guests/KHONG-CO'), token: tokens.secretary }), 'NOT_FOUND'],
    ],
  },
  'GET /api/v1/organizations/:id/import-templates/:name': {
    signedIn: true,
    right: () => branch('/import-templates/mau-nhap.xlsx'),
    bad: [
      ...badBranch('/import-templates/mau-nhap.xlsx', false),
      ['a member', () => branch('/import-templates/mau-nhap.xlsx'), 'FORBIDDEN'],
      ['a name that is none', () => branch('/import-templates/..%2Fmain.ts'), 'REQUEST_MALFORMED'],
    ],
  },
  'GET /api/v1/organizations/:id/imports': {
    signedIn: true,
    right: () => branch('/imports'),
    bad: [...badBranch('/imports', false), ['a member', () => branch('/imports'), 'FORBIDDEN']],
  },
  'POST /api/v1/organizations/:id/imports': {
    signedIn: true,
    right: () => ({ ...branch('/imports'), ...json(newImport) }),
    bad: [
      ...badBodies(() => newImport).map(
        ([what, wish, code]): Bad => [what, () => ({ ...branch('/imports'), ...wish() }), code],
      ),
      ['a member', () => ({ ...branch('/imports'), ...json(newImport) }), 'FORBIDDEN'],
      ['no files', () => ({ ...branch('/imports'), ...json({ files: [] }) }), 'REQUEST_MALFORMED'],
      [
        'too much',
        () => ({ ...administrator(), ...json({ files: [{ name: 'x', bytes: 2 ** 31 }] }) }),
        'IMPORT_FILE_TOO_LARGE',
      ],
    ],
  },
  'PUT /api/v1/organizations/:id/imports/:importId/files/:ordinal': {
    signedIn: true,
    right: () => ({ ...ofImport('/files/0'), type: 'application/octet-stream', body: 'x' }),
    bad: [
      ...badImport('/files/0'),
      [
        'a place that is none',
        () => ({ ...ofImport('/files/9'), type: 'application/octet-stream', body: 'x' }),
        'REQUEST_MALFORMED',
      ],
      ['JSON', () => ({ ...ofImport('/files/0'), ...json({}) }), 'REQUEST_MALFORMED'],
    ],
  },
  'GET /api/v1/organizations/:id/imports/:importId': { signedIn: true, right: () => ofImport(), bad: badImport() },
  'GET /api/v1/organizations/:id/imports/:importId/faults': {
    signedIn: true,
    right: () => ofImport('/faults'),
    bad: [
      ...badImport('/faults'),
      ['a place that is none', () => ofImport('/faults?after=-1'), 'REQUEST_MALFORMED'],
      ['too many', () => ofImport('/faults?limit=100000'), 'REQUEST_MALFORMED'],
    ],
  },
  'GET /api/v1/organizations/:id/imports/:importId/report/:form': {
    signedIn: true,
    right: () => ofImport('/report/csv'),
    bad: [...badImport('/report/csv'), ['a form that is none', () => ofImport('/report/exe'), 'REQUEST_MALFORMED']],
  },
  'POST /api/v1/organizations/:id/imports/:importId/discard': {
    signedIn: true,
    right: () => ofImport('/discard'),
    bad: badImport('/discard'),
  },
  'POST /api/v1/connection-test': {
    signedIn: true,
    right: () => ({}),
    bad: [...withoutBody, ['a test without a media-server', () => ({}), 'MEDIA_UNAVAILABLE']],
  },
  'GET /api/v1/connection-test/download': {
    signedIn: true,
    right: () => ({ path: '/api/v1/connection-test/download?kilobytes=1' }),
    bad: ['', '?kilobytes=0', '?kilobytes=513', '?kilobytes=1.5', '?kilobytes=x', '?kilobytes=1&kilobytes=2'].map(
      (query): Bad => [
        `so many kilobytes: ${query}`,
        () => ({ path: `/api/v1/connection-test/download${query}` }),
        'REQUEST_MALFORMED',
      ],
    ),
  },
  'POST /api/v1/connection-test/upload': {
    signedIn: true,
    right: () => file('x'),
    bad: [
      ['no body', () => ({}), 'REQUEST_MALFORMED'],
      ['an empty body', () => file(''), 'REQUEST_MALFORMED'],
      ['a form', () => json({}), 'REQUEST_MALFORMED'],
      ['too much', () => file('x'.repeat(512 * 1024 + 1)), 'REQUEST_TOO_LARGE'],
    ],
  },
  'POST /api/v1/commands': {
    signedIn: true,
    right: () => json(leave()),
    bad: [
      ...badBodies(leave),
      ['a check-in without a socket', () => json(leave()), 'ATTENDANCE_NOT_IN_ROOM'],
      ['an unknown command', () => json({ ...leave(), type: 'meeting.abolish' }), 'COMMAND_UNKNOWN'],
      ['a command of the server', () => json({ ...leave(), type: 'attendance.lapse' }), 'COMMAND_UNKNOWN'],
      ['a payload too many', () => json({ ...leave(), payload: { x: 1 } }), 'REQUEST_MALFORMED'],
      ['no expiry', () => json({ ...leave(), validUntil: undefined }), 'COMMAND_WITHOUT_EXPIRY'],
      ['an unknown stream', () => json({ ...leave(), streamId: randomUUID() }), 'STREAM_UNKNOWN'],
      ['a stranger', () => ({ ...json(leave()), token: tokens.stranger }), 'MEETING_NOT_MEMBER'],
      ['a suspended member', () => ({ ...json(leave()), token: tokens.suspended }), 'FORBIDDEN'],
    ],
  },
  'GET /healthz': { signedIn: false, right: () => ({}), bad: [] },
  'GET /readyz': { signedIn: false, right: () => ({}), bad: [] },
  'GET /metrics': { signedIn: false, right: () => ({}), bad: [] },
  'GET /ca.crt': { signedIn: false, right: () => ({}), bad: [] },
  'GET /api/openapi.json': { signedIn: false, right: () => ({}), bad: [] },
}

const isThere = (method: string, path: string): boolean =>
  Object.keys(table).some((route) =>
    new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`).test(`${method} ${path.replace(/\?.*/, '')}`),
  )

function ask(route: string, { path, token, type, body }: Wish): Promise<Response> {
  const [method = 'GET', pattern = '/'] = route.split(' ')
  const headers = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(type === undefined ? {} : { 'content-type': type }),
  }
  return fetch(signaling.server.url + (path ?? pattern), { method, headers, ...(body === undefined ? {} : { body }) })
}

async function expectRefusal(response: Response, code: ErrorCode): Promise<void> {
  const text = await response.text()
  expect(text).not.toMatch(/\bat .*:\d+|node_modules|Error:|FST_/)
  const { error, ...rest } = JSON.parse(text) as { error: { code: string; params?: unknown } }
  expect(error.code).toBe(code)
  expect(Object.keys(rest)).toEqual([])
  expect(Object.keys(error).filter((key) => key !== 'code' && key !== 'params')).toEqual([])
  expect(response.status).toBe(errorStatus[code])
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('no-store')
}

describe.each(Object.entries(table))('%s', (route, { signedIn, right, bad }) => {
  test('is not there by other methods', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const { path = route.split(' ')[1] ?? '' } = right()
      if (!isThere(method, path)) await expectRefusal(await ask(`${method} ${path}`, right()), 'NOT_FOUND')
    }
  })

  if (signedIn) {
    test.each<[string, string | undefined, ErrorCode]>([
      ['no token', undefined, 'TOKEN_MISSING'],
      ['a forged token', 'a.b.c', 'TOKEN_INVALID'],
      ['another scheme', 'x" Basic dXNlcg==', 'TOKEN_MISSING'],
    ])('refuses %s', async (_what, token, code) => {
      await expectRefusal(await ask(route, { ...right(), token }), code)
    })
  }

  if (bad.length > 0) {
    test.each(bad)('refuses %s', async (_what, wish, code) => {
      await expectRefusal(await ask(route, { ...(signedIn ? { token: tokens.member } : {}), ...wish() }), code)
    })
  }
})

test('every route has a row, and a reading one answers HEAD too', () => {
  const heads = Object.keys(table).flatMap((route) => (route.startsWith('GET ') ? route.replace('GET', 'HEAD') : []))
  expect([...signaling.server.routes].sort()).toEqual([...Object.keys(table), ...heads].sort())
})

test('what is no route is told in the same form', async () => {
  for (const path of [
    '/api/v1/none',
    '/api/',
    '/none.js',
    '//',
    '/%',
    '/api/v1/meetings/%',
    '/..%2f..%2fetc%2fpasswd',
    '/?%00',
  ])
    expect([path, (await fetch(signaling.server.url + path)).status]).toEqual([path, /%$/.test(path) ? 400 : 404])
})
