// Whether a program serves: its /readyz, over HTTP, or over HTTPS with the authority that is to vouch for it.
import { readFileSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'

const PATIENCE_MS = 2_000

/** Where a program on this machine is reached that listens on this host. @param {string} host */
export function reachable(host) {
  const address = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return address.includes(':') ? `[${address}]` : address
}

/**
 * @param {string} url of the program @param {string} [authorityFile] certificate, for https
 * @returns {() => Promise<boolean>}
 */
export function readyAt(url, authorityFile) {
  const ca = authorityFile === undefined ? {} : { ca: readFileSync(authorityFile) }
  const { get } = url.startsWith('https:') ? https : http
  return () =>
    new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(PATIENCE_MS)
      get(`${url}/readyz`, { ...ca, agent: false, signal }, (response) => {
        response.resume()
        resolve(response.statusCode === 200)
      }).on('error', reject)
    })
}
