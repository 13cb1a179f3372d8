// Certificates for tests of HTTPS, made like those of `npm start -- --lan`, in a temporary folder.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { certificateFiles } from '../lan/files.mjs'
import { planLan, provideCertificates } from '../lan/lan.mjs'

export interface TestCertificates {
  folder: string
  /** For 127.0.0.1 and localhost. */
  certificateFile: string
  keyFile: string
  authorityFile: string
  /** PEM: who trusts it, trusts the certificate. */
  authority: string
  remove: () => void
}

export async function makeTestCertificates(): Promise<TestCertificates> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hoi-truong-tls-'))
  const lan = planLan('127.0.0.1', { authorityFolder: path.join(folder, 'authority'), dataFolder: folder })
  await provideCertificates(lan)
  const { certificate, key } = certificateFiles(lan.certificateFolder)
  return {
    folder,
    certificateFile: certificate,
    keyFile: key,
    authorityFile: lan.authorityFile,
    authority: readFileSync(lan.authorityFile, 'utf8'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
