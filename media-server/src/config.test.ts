// The configuration refuses what cannot work, and says which variable is wrong.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTestCertificates, type TestCertificates } from '../../scripts/testing/certificates.ts'
import { composeEnvironment } from '../../scripts/testing/compose.ts'
import { ConfigError } from './ConfigError.ts'
import { loadConfig } from './config.ts'

const secrets = { GRANT_SECRET: 'a-secret-of-the-grants', CONTROL_SECRET: 'a-secret-of-control' }

describe('loadConfig', () => {
  it('needs nothing but the two secrets', () => {
    const config = loadConfig(secrets)
    expect(config).toMatchObject({
      port: 4001,
      host: '127.0.0.1',
      nodeId: 'media-1',
      rtcPortBase: 40_000,
      rtcListenIp: '127.0.0.1',
      resumeSeconds: 60,
      turn: undefined,
      signalingUrl: 'http://127.0.0.1:4000',
      logLevel: 'info',
    })
    expect(config.workers).toBeGreaterThan(0)
    expect(config.workers).toBeLessThanOrEqual(8)
  })

  it('takes an empty variable for one that is not set', () => {
    expect(loadConfig({ ...secrets, MEDIA_PORT: '', MEDIA_ANNOUNCED_ADDRESS: '' }).port).toBe(4001)
    expect(() => loadConfig({ ...secrets, GRANT_SECRET: '' })).toThrow('GRANT_SECRET: is not set')
  })

  it.each([
    ['MEDIA_PORT', '70000'],
    ['MEDIA_PORT', 'four'],
    ['MEDIA_WORKERS', '0'],
    ['MEDIA_WORKERS', '1.5'],
    ['MEDIA_PUBLIC_URL', 'ftp://somewhere'],
    ['MEDIA_RTC_LISTEN_IP', 'localhost'],
    ['MEDIA_RESUME_SECONDS', '0'],
    ['SIGNALING_URL', 'somewhere'],
    ['GRANT_SECRET', 'short'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s by name', (name, value) => {
    const load = () => loadConfig({ ...secrets, [name]: value })
    expect(load).toThrow(ConfigError)
    expect(load).toThrow(name)
  })

  it('never repeats a secret', () => {
    expect(() => loadConfig({ ...secrets, GRANT_SECRET: 'hush' })).not.toThrow('hush')
  })

  it('refuses candidates that no browser can reach', () => {
    expect(() => loadConfig({ ...secrets, MEDIA_RTC_LISTEN_IP: '0.0.0.0' })).toThrow('MEDIA_ANNOUNCED_ADDRESS')
    const announced = { MEDIA_RTC_LISTEN_IP: '0.0.0.0', MEDIA_ANNOUNCED_ADDRESS: '192.0.2.7' }
    expect(loadConfig({ ...secrets, ...announced }).announcedAddress).toBe('192.0.2.7')
  })

  it('refuses a port base that leaves a worker without a port', () => {
    expect(() => loadConfig({ ...secrets, MEDIA_RTC_PORT_BASE: '65535', MEDIA_WORKERS: '2' })).toThrow(
      'MEDIA_RTC_PORT_BASE',
    )
  })

  it('takes TURN addresses and their secret only together', () => {
    const turn = {
      MEDIA_TURN_URLS: 'turn:a.example:3478, turns:b.example:443',
      MEDIA_TURN_SECRET: 'a-secret-of-coturn',
    }
    expect(loadConfig({ ...secrets, ...turn }).turn?.urls).toEqual(['turn:a.example:3478', 'turns:b.example:443'])
    expect(() => loadConfig({ ...secrets, MEDIA_TURN_URLS: 'turn:a.example' })).toThrow('together')
    expect(() => loadConfig({ ...secrets, ...turn, MEDIA_TURN_URLS: 'a.example' })).toThrow('a.example')
  })

  describe('with certificates', () => {
    let certificates: TestCertificates
    beforeAll(async () => {
      certificates = await makeTestCertificates()
    })
    afterAll(() => certificates.remove())

    const tls = () => ({
      ...secrets,
      TLS_CERT_FILE: certificates.certificateFile,
      TLS_KEY_FILE: certificates.keyFile,
      MEDIA_PUBLIC_URL: 'https://127.0.0.1:4001',
    })

    it('reads certificate and key, and the authority of signaling', () => {
      const control = { SIGNALING_URL: 'https://127.0.0.1:4000', SIGNALING_CA_FILE: certificates.authorityFile }
      const config = loadConfig({ ...tls(), ...control })
      expect(config.tls?.cert).toContain('BEGIN CERTIFICATE')
      expect(config.signalingCa).toBe(certificates.authority)
    })

    it.each([
      ['one of the two missing', { TLS_KEY_FILE: '' }, 'must be set together'],
      ['a file that is not there', { TLS_KEY_FILE: '/none/server.key' }, 'TLS_KEY_FILE names /none/server.key'],
      ['an address that browsers would refuse', { MEDIA_PUBLIC_URL: 'http://127.0.0.1:4001' }, 'begin with https://'],
      ['an authority for a plain connection', { SIGNALING_CA_FILE: '/none/ca.crt' }, 'has no certificate'],
      [
        'an authority that is not there',
        { SIGNALING_URL: 'https://127.0.0.1:4000', SIGNALING_CA_FILE: '/none/ca.crt' },
        'SIGNALING_CA_FILE names /none/ca.crt',
      ],
    ])('refuses %s', (_what, changes, sentence) => {
      expect(() => loadConfig({ ...tls(), ...changes })).toThrow(ConfigError)
      expect(() => loadConfig({ ...tls(), ...changes })).toThrow(sentence)
    })

    it('refuses files that hold something else', () => {
      const mixed = { TLS_CERT_FILE: certificates.authorityFile }
      expect(() => loadConfig({ ...tls(), ...mixed })).toThrow('a certificate and its own key')
      const key = { SIGNALING_URL: 'https://127.0.0.1:4000', SIGNALING_CA_FILE: certificates.keyFile }
      expect(() => loadConfig({ ...tls(), ...key })).toThrow('SIGNALING_CA_FILE must hold a certificate')
    })
  })

  it('takes what compose.yaml sets, and every name of it stands in the guide', () => {
    const environment = composeEnvironment('media-server')
    expect(loadConfig({ ...environment, MEDIA_RTC_LISTEN_IP: '0.0.0.0' }).turn?.urls).toHaveLength(2)
    const guide = readFileSync(new URL('../../docs/media.md', import.meta.url), 'utf8')
    expect(Object.keys(environment).filter((name) => !guide.includes(`\`${name}\``))).toEqual([])
  })
})
