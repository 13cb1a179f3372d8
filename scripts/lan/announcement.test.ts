// What is printed names what people need: address, authority, fingerprint to compare, ports, other addresses.
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { announceLan } from './announcement.mjs'
import { planLan, provideCertificates } from './lan.mjs'

const ports = { signaling: 4000, media: 4001, postgres: 0, rtcBase: 40_000, workers: 2 }

test('everything that a phone needs is said, in two languages', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'hoi-truong-lan-'))
  try {
    const lan = planLan('192.168.1.20', {
      others: ['10.8.0.3'],
      authorityFolder: path.join(folder, 'ca'),
      dataFolder: folder,
    })
    await provideCertificates(lan)
    const text = announceLan('https://192.168.1.20:4000', lan, { ports })
    const { fingerprint256 } = new X509Certificate(readFileSync(lan.authorityFile))
    expect(text.replaceAll(/\s/g, '')).toContain(`SHA-256${fingerprint256}`)
    expect(text).toContain('quét mã này, hoặc mở https://192.168.1.20:4000')
    expect(text).toContain('scan the code, or open https://192.168.1.20:4000')
    expect(text).toContain('https://192.168.1.20:4000/ca.crt')
    expect(text).toContain('TCP 4000, 4001; UDP and TCP 40000-40001')
    expect(text).toContain('LAN_ADDRESS=10.8.0.3 npm start -- --lan')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
