// Every wrong variable gets its sentence, all of them at once; what is not set gets its default.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { composeEnvironment } from '../../scripts/testing/compose.ts'
import { readConfig } from './config.ts'

const needed = {
  DATABASE_APP_URL: 'postgresql://app:secret@localhost:5432/hoi_truong',
  ACCESS_TOKEN_SECRET: 'access-token-secret',
  GRANT_SECRET: 'grant-secret-of-16-characters',
  CONTROL_SECRET: 'control-secret-of-16',
}

function complaints(environment: Record<string, string | undefined>): string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    const [first, ...lines] = (error as Error).message.split('\n')
    expect(first).toBe('signaling cannot start, its configuration is wrong (see docs/configuration.md):')
    return lines.map((line) => line.trim())
  }
}

test('the needed variables are enough, the others have defaults', () => {
  expect(readConfig(needed)).toMatchObject({
    PORT: 4000,
    HOST: '127.0.0.1',
    ATTENDANCE_GRACE_SECONDS: 30,
    PRESENCE_RENEW_SECONDS: 3,
    ACCESS_TOKEN_SECONDS: 600,
    TRUST_PROXY: false,
    LOG_LEVEL: 'info',
  })
  expect(readConfig(needed).WEB_DIST).toMatch(/web.dist$/)
  expect(readConfig(needed).SIGNALING_NODE_ID).not.toBe(readConfig(needed).SIGNALING_NODE_ID)
})

test('a variable that is set to nothing is not set', () => {
  expect(readConfig({ ...needed, PORT: '', LOG_LEVEL: '', TRUST_PROXY: '' })).toMatchObject({
    PORT: 4000,
    LOG_LEVEL: 'info',
    TRUST_PROXY: false,
  })
  expect(complaints({ ...needed, GRANT_SECRET: '' })).toEqual(['GRANT_SECRET is missing'])
})

test('all that is wrong is said at once', () => {
  expect(complaints({})).toEqual(Object.keys(needed).map((name) => `${name} is missing`))
})

const port = 'must be a whole number from 0 to 65535'
const renewal = 'must be at least three times PRESENCE_RENEW_SECONDS, or a single late renewal would show members out'

/** Wrong values of each variable and the sentence that they get. */
const wrong: Record<string, [string[], string]> = {
  PORT: [['x', '-1', '1.5', '1e3', '0x10', '65536', '4000 4001'], port],
  HOST: [['h'.repeat(256)], 'must have at most 255 characters'],
  DATABASE_APP_URL: [['localhost', 'mysql://localhost/x'], 'must be an address that begins with postgresql://'],
  ACCESS_TOKEN_SECRET: [['short'], 'must have at least 16 characters'],
  GRANT_SECRET: [['short'], 'must have at least 16 characters'],
  CONTROL_SECRET: [['short'], 'must have at least 16 characters'],
  ACCESS_TOKEN_SECONDS: [['9', '86401', 'ten'], 'must be a whole number from 10 to 86400'],
  REFRESH_DAYS: [['0', '366', '1.5'], 'must be a whole number from 1 to 365'],
  REFRESH_LEEWAY_SECONDS: [['-1', '301', 'x'], 'must be a number from 0 to 300'],
  SESSION_CHECK_SECONDS: [['0', '601', 'x'], 'must be a number from 0.1 to 600'],
  ACCOUNT_CODE_DAYS: [['0', '366', '1.5'], 'must be a whole number from 1 to 365'],
  ACCOUNT_REQUEST_DAYS: [['0', '366', 'x'], 'must be a whole number from 1 to 365'],
  WEB_DIST: [['w'.repeat(4097)], 'must have at most 4096 characters'],
  DOCUMENT_DIR: [['d'.repeat(4097)], 'must have at most 4096 characters'],
  DOCUMENT_MAX_MB: [['0', '201', '1.5'], 'must be a whole number from 1 to 200'],
  DOCUMENT_UPLOADS: [['3', '10001', 'x'], 'must be a whole number from 4 to 10000'],
  IMPORT_MAX_MB: [['0', '513', '1.5'], 'must be a whole number from 1 to 512'],
  DOCUMENT_S3_ENDPOINT: [['minio:9000', 'ftp://x'], 'must be an address that begins with http:// or https://'],
  DOCUMENT_S3_BUCKET: [['b'.repeat(256)], 'must have at most 255 characters'],
  DOCUMENT_S3_REGION: [['r'.repeat(65)], 'must have at most 64 characters'],
  DOCUMENT_S3_ACCESS_KEY: [['k'.repeat(256)], 'must have at most 255 characters'],
  DOCUMENT_S3_SECRET_KEY: [['k'.repeat(256)], 'must have at most 255 characters'],
  ATTENDANCE_GRACE_SECONDS: [['0', '3601', 'x'], 'must be a number from 1 to 3600'],
  PRESENCE_RENEW_SECONDS: [['0', '61', 'x'], 'must be a number from 0.2 to 60'],
  MEDIA_NODE_ABSENCE_SECONDS: [['-1', '301', 'x'], 'must be a number from 0 to 300'],
  SITE_CODE_TRIES: [['0', '1000001', '1.5'], 'must be a whole number from 1 to 1000000'],
  SIGN_IN_TRIES: [['0', '1001', '1.5'], 'must be a whole number from 1 to 1000'],
  SIGN_IN_TRIES_PER_ADDRESS: [['0', '100001', 'x'], 'must be a whole number from 1 to 100000'],
  SIGN_IN_BLOCK_SECONDS: [['0', '86401', 'x'], 'must be a whole number from 1 to 86400'],
  MEMBER_BURST: [['0', '1000001', 'x'], 'must be a whole number from 1 to 1000000'],
  MEMBER_REQUESTS_PER_SECOND: [['0', '0.5', '1000001'], 'must be a whole number from 1 to 1000000'],
  ADDRESS_BURST: [['0', '1000001', 'x'], 'must be a whole number from 1 to 1000000'],
  ADDRESS_REQUESTS_PER_SECOND: [['0', '0.5', '1000001'], 'must be a whole number from 1 to 1000000'],
  TRUST_PROXY: [['perhaps'], 'must be true or false'],
  SECURE_COOKIES: [['perhaps'], 'must be true or false'],
  TLS_CERT_FILE: [['f'.repeat(4097)], 'must have at most 4096 characters'],
  TLS_KEY_FILE: [['f'.repeat(4097)], 'must have at most 4096 characters'],
  CA_CERT_FILE: [['f'.repeat(4097)], 'must have at most 4096 characters'],
  SIGNALING_NODE_ID: [['n'.repeat(65)], 'must have at most 64 characters'],
  LOG_LEVEL: [['loud', 'INFO'], 'must be one of fatal, error, warn, info, debug, trace, silent'],
}

test.each(Object.entries(wrong))('%s says what it wants', (name, [values, sentence]) => {
  for (const value of values) expect(complaints({ ...needed, [name]: value }), value).toEqual([`${name} ${sentence}`])
})

test('a grace period shorter than three renewals is refused', () => {
  const environment = { ...needed, ATTENDANCE_GRACE_SECONDS: '5', PRESENCE_RENEW_SECONDS: '2' }
  expect(complaints(environment)).toEqual([`ATTENDANCE_GRACE_SECONDS ${renewal}`])
})

test('a certificate without its key is refused, and a key without its certificate', () => {
  const sentence = 'TLS_CERT_FILE and TLS_KEY_FILE must be set together: a certificate is worth nothing without its key'
  expect(complaints({ ...needed, TLS_CERT_FILE: 'server.crt' })).toEqual([sentence])
  expect(complaints({ ...needed, TLS_KEY_FILE: 'server.key' })).toEqual([sentence])
})

test('a store that speaks S3 is configured whole, or not at all', () => {
  const whole = {
    DOCUMENT_S3_ENDPOINT: 'http://minio:9000',
    DOCUMENT_S3_BUCKET: 'tai-lieu',
    DOCUMENT_S3_ACCESS_KEY: 'key',
    DOCUMENT_S3_SECRET_KEY: 'secret',
  }
  expect(complaints({ ...needed, ...whole })).toEqual([])
  for (const name of Object.keys(whole))
    expect(complaints({ ...needed, ...whole, [name]: '' }), name).toEqual([
      `${Object.keys(whole)
        .join(', ')
        .replace(/, (?=\w+$)/, ' and ')} must be set together, or none of them`,
    ])
})

test('every variable that there is stands in the table of wrong values', () => {
  expect(Object.keys(wrong).sort()).toEqual(Object.keys(readConfig(needed)).sort())
})

test('the guide names every variable', () => {
  const guide = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8')
  expect(Object.keys(wrong).filter((name) => !guide.includes(`\`${name}\``))).toEqual([])
})

test('compose.yaml sets only what there is, and enough of it', () => {
  const environment = composeEnvironment('signaling')
  expect(complaints(environment)).toEqual([])
  expect(Object.keys(environment).filter((name) => !(name in wrong))).toEqual([])
})
