// The certificates of the local network as those who connect see them, through Node's own TLS.
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Problem } from '../lib/problem.mjs'
import { provideAuthority } from './authority.mjs'
import { provideCertificate } from './certificate.mjs'
import { authorityFiles, certificateFiles } from './files.mjs'
import * as x509 from './x509.mjs'

let folder = ''
let authorityFolder = ''
let certificateFolder = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hoi-truong-lan-'))
  authorityFolder = path.join(folder, 'cache', 'lan')
  certificateFolder = path.join(folder, 'data', 'lan')
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true, force: true })
})

const authority = async () => (await provideAuthority(authorityFolder)).authority
const read = (file: string) => readFileSync(file, 'utf8')
const shown = () => new X509Certificate(read(certificateFiles(certificateFolder).certificate))
const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8)
const daysLater = (days: number) => vi.useFakeTimers({ now: Date.now() + days * x509.DAY, toFake: ['Date'] })

/** What somebody reads who trusts this authority, or why they refuse. */
async function visit(ca: string | undefined, options: https.RequestOptions = {}): Promise<string> {
  const files = certificateFiles(certificateFolder)
  const server = https.createServer({ cert: read(files.certificate), key: read(files.key) }, (_request, response) =>
    response.end('welcome'),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    return await new Promise<string>((resolve, reject) => {
      https
        .get({ host: '127.0.0.1', port, ...(ca === undefined ? {} : { ca }), agent: false, ...options }, (response) =>
          response.setEncoding('utf8').on('data', resolve),
        )
        .on('error', reject)
    })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return `${code} ${message}`
  } finally {
    server.close()
  }
}

test('who trusts the authority reaches each address and the name localhost; nobody else does', async () => {
  const { certificate } = await authority()
  await provideCertificate(certificateFolder, await authority(), ['192.168.7.20', '10.7.7.7'])
  expect(await visit(certificate)).toBe('welcome')
  expect(await visit(certificate, { servername: 'localhost' })).toBe('welcome')
  expect(await visit(certificate, { servername: 'hall.example' })).toMatch(/ALTNAME_INVALID/)
  expect(await visit(undefined)).toMatch(/UNABLE_TO|SELF_SIGNED/)
  for (const address of ['192.168.7.20', '10.7.7.7']) expect(shown().checkIP(address)).toBe(address)
  expect(shown().checkIP('192.168.7.21')).toBeUndefined()
})

test('the keys are readable for their owner only', async () => {
  await provideCertificate(certificateFolder, await authority(), [])
  expect(modeOf(authorityFiles(authorityFolder).key)).toBe('600')
  expect(modeOf(certificateFiles(certificateFolder).key)).toBe('600')
  expect(modeOf(authorityFolder)).toBe('700')
})

test('nothing is made twice', async () => {
  const first = await provideAuthority(authorityFolder)
  expect(await provideCertificate(certificateFolder, first.authority, ['10.0.0.1'])).toBe(true)
  const second = await provideAuthority(authorityFolder)
  expect([first.isNew, second.isNew]).toEqual([true, false])
  expect(second.authority).toEqual(first.authority)
  expect(await provideCertificate(certificateFolder, second.authority, ['10.0.0.1'])).toBe(false)
})

test('of two starts at the same moment, both use one authority', async () => {
  const [one, other] = await Promise.all([provideAuthority(authorityFolder), provideAuthority(authorityFolder)])
  expect(one.authority).toEqual(other.authority)
})

describe('the certificate is made anew', () => {
  beforeEach(async () => {
    await provideCertificate(certificateFolder, await authority(), ['10.0.0.1'])
  })
  const again = async (addresses = ['10.0.0.1']) => {
    const before = shown().serialNumber
    const renewed = await provideCertificate(certificateFolder, await authority(), addresses)
    expect(shown().serialNumber !== before).toBe(renewed)
    return renewed
  }

  test('when an address is new or gone', async () => {
    expect(await again(['10.0.0.1', '10.0.0.2'])).toBe(true)
    expect(await again(['10.0.0.2'])).toBe(true)
    expect(await again(['10.0.0.2'])).toBe(false)
  })

  test('a month before it expires, and the authority stays the same', async () => {
    const { certificate } = await authority()
    daysLater(360)
    expect(await again()).toBe(false)
    daysLater(10)
    expect(await again()).toBe(true)
    expect((await authority()).certificate).toBe(certificate)
  })

  test('when it is damaged, or its key is that of another', async () => {
    const files = certificateFiles(certificateFolder)
    const { privateKey } = await x509.newKeys()
    writeFileSync(files.key, await x509.keyToPem(privateKey))
    expect(await again()).toBe(true)
    writeFileSync(files.certificate, 'nonsense')
    await provideCertificate(certificateFolder, await authority(), ['10.0.0.1'])
    expect(shown().checkPrivateKey(createPrivateKey(read(files.key)))).toBe(true)
  })

  test('when the authority is another', async () => {
    rmSync(authorityFolder, { recursive: true })
    expect(await again()).toBe(true)
  })
})

test('an authority near its end is replaced', async () => {
  const { certificate } = await authority()
  daysLater(3600)
  const { authority: next, isNew } = await provideAuthority(authorityFolder)
  expect(isNew).toBe(true)
  expect(next.certificate).not.toBe(certificate)
})

test.each([
  ['the key is missing', () => rmSync(authorityFiles(authorityFolder).key)],
  ['the certificate is nonsense', () => writeFileSync(authorityFiles(authorityFolder).certificate, 'nonsense')],
])('a damaged authority is never replaced silently: %s', async (_what, damage) => {
  await authority()
  damage()
  await expect(provideAuthority(authorityFolder)).rejects.toThrow(Problem)
  await expect(provideAuthority(authorityFolder)).rejects.toThrow('Delete that folder')
  expect(existsSync(authorityFolder)).toBe(true)
})

test('the key of the authority is worth nothing for names of the Internet', async () => {
  const good = await authority()
  const certificate = await forge(good, 'bank.example')
  expect(certificate.checkHost('bank.example')).toBe('bank.example')
  expect(await visit(good.certificate, { servername: 'bank.example' })).toMatch(/permitted subtree/)
})

/** As a thief of the key would: by hand, past our own check of the name. */
async function forge({ certificate, key }: { certificate: string; key: string }, host: string) {
  const issuer = new x509.X509Certificate(certificate)
  const keys = await x509.newKeys()
  const forged = await x509.X509CertificateGenerator.create({
    subject: [{ CN: ['thief'] }],
    issuer: issuer.subjectName,
    publicKey: keys.publicKey,
    signingKey: await x509.keyFromPem(key),
    signingAlgorithm: x509.ALGORITHM,
    notAfter: new Date(Date.now() + x509.DAY),
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: host }])],
  })
  await provideCertificate(certificateFolder, { certificate, key, names: [] }, [])
  const files = certificateFiles(certificateFolder)
  writeFileSync(files.certificate, forged.toString('pem'))
  writeFileSync(files.key, await x509.keyToPem(keys.privateKey))
  return shown()
}
