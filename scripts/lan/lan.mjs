// `--lan`: the system for the local network. Phones give camera and microphone to HTTPS pages only, so it brings its own certificates.
import { X509Certificate } from 'node:crypto'
import path from 'node:path'
import { Problem } from '../lib/problem.mjs'
import { did, upToDate } from '../lib/steps.mjs'
import { authorityFiles, certificateFiles } from './files.mjs'

/**
 * @typedef {object} Lan
 * @property {string} address by which others reach this machine
 * @property {string[]} addresses that the certificate names
 * @property {string} authorityFolder
 * @property {string} certificateFolder
 * @property {string} authorityFile the authority's certificate: for phones, and for our own programs to check each other
 */

/**
 * @param {string} address @param {{ others?: string[], authorityFolder: string, dataFolder: string }} options
 * @returns {Lan}
 */
export function planLan(address, { others = [], authorityFolder, dataFolder }) {
  return {
    address,
    addresses: [address, ...others],
    authorityFolder,
    certificateFolder: path.join(dataFolder, 'lan'),
    authorityFile: authorityFiles(authorityFolder).certificate,
  }
}

/**
 * What both programs are told, over what the person who starts them has set.
 * @param {Lan} lan @param {NodeJS.ProcessEnv} env @returns {NodeJS.ProcessEnv}
 */
export function lanEnvironment(lan, env) {
  const files = certificateFiles(lan.certificateFolder)
  return {
    ...env,
    HOST: env.HOST || '0.0.0.0',
    MEDIA_HOST: env.MEDIA_HOST || '0.0.0.0',
    MEDIA_RTC_LISTEN_IP: env.MEDIA_RTC_LISTEN_IP || '0.0.0.0',
    MEDIA_ANNOUNCED_ADDRESS: lan.address,
    SECURE_COOKIES: 'true',
    TLS_CERT_FILE: files.certificate,
    TLS_KEY_FILE: files.key,
    CA_CERT_FILE: lan.authorityFile,
    SIGNALING_CA_FILE: lan.authorityFile,
  }
}

/** @param {NodeJS.ProcessEnv} env */
export function refuseOtherCertificates(env) {
  if (env.TLS_CERT_FILE || env.TLS_KEY_FILE)
    throw new Problem(
      'TLS_CERT_FILE and TLS_KEY_FILE are for programs that are started by themselves (docs/deployment.md). Unset them: ' +
        'npm start serves HTTPS with --lan only, with a certificate of its own.',
    )
}

/** @param {Lan} lan */
export async function provideCertificates(lan) {
  const { provideAuthority } = await import('./authority.mjs')
  const { provideCertificate } = await import('./certificate.mjs')
  const { authority, isNew } = await provideAuthority(lan.authorityFolder)
  const renewed = await provideCertificate(lan.certificateFolder, authority, lan.addresses)
  if (isNew) return did('a new authority: phones have to install it')
  return renewed ? did('renewed for the addresses of today') : upToDate()
}

/** For people to compare. @param {string} pem */
export const fingerprint = (pem) => new X509Certificate(pem).fingerprint256
