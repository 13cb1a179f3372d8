// The web app as browsers get it: every page's address answers with it, hashed files stay for ever, the page itself never.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLog } from '../ops/logger.ts'
import { type App, createApp } from './app.ts'
import { serveWebFiles } from './webFiles.ts'

const PAGE = '<!doctype html><title>Hội Trường</title>'
let folder: string
let app: App

async function serve(dist: string): Promise<App> {
  const made = await createApp({ log: createLog('silent')('http'), trustProxy: false, secure: true })
  await serveWebFiles(made, dist)
  return made
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'web-files-'))
  const dist = path.join(folder, 'dist')
  mkdirSync(path.join(dist, 'assets'), { recursive: true })
  writeFileSync(path.join(dist, 'index.html'), PAGE)
  writeFileSync(path.join(dist, 'sw.js'), '// service worker')
  writeFileSync(path.join(dist, 'assets', 'index-1a2b3c.js'), '// app')
  writeFileSync(path.join(dist, 'assets', 'index-1a2b3c.js.gz'), gzipSync('// app'))
  writeFileSync(path.join(folder, 'secret.txt'), 'secret')
  app = await serve(dist)
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

test.each(['/', '/sign-in', '/meetings/5b0c/room?tab=people', '/index.html'])(
  '%s answers with the page',
  async (url) => {
    const reply = await app.inject({ url })
    expect(reply.statusCode).toBe(200)
    expect(reply.body).toBe(PAGE)
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(reply.headers['cache-control']).toBe('no-cache')
  },
)

test('a page answers HEAD as GET, without its body', async () => {
  const reply = await app.inject({ method: 'HEAD', url: '/sign-in' })
  expect([reply.statusCode, reply.body]).toEqual([200, ''])
})

test('a file with a hash in its name is kept for ever, the service worker is asked for each time', async () => {
  const asset = await app.inject({ url: '/assets/index-1a2b3c.js' })
  expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect((await app.inject({ url: '/sw.js' })).headers['cache-control']).toBe('no-cache')
})

test('a file comes packed to a browser that can unpack it, under its own type', async () => {
  const packed = await app.inject({ url: '/assets/index-1a2b3c.js', headers: { 'accept-encoding': 'gzip' } })
  expect(packed.headers).toMatchObject({
    'content-encoding': 'gzip',
    'cache-control': expect.stringContaining('immutable'),
  })
  expect(packed.headers['content-type']).toMatch(/javascript/)
  expect(gunzipSync(packed.rawPayload).toString()).toBe('// app')
  expect((await app.inject({ url: '/assets/index-1a2b3c.js' })).body).toBe('// app')
})

test.each([
  ['GET', '/assets/index-gone.js'],
  ['GET', '/favicon.png'],
  ['GET', '/api/v1/none'],
  ['GET', '/../secret.txt'],
  ['GET', '/..%2fsecret.txt'],
  ['GET', '/assets/..%2f..%2fsecret.txt'],
  ['GET', '/%2e%2e/secret.txt'],
  ['POST', '/sign-in'],
] as const)('%s %s is not found, and never cached', async (method, url) => {
  const reply = await app.inject({ method, url })
  expect(reply.statusCode).toBe(404)
  expect(reply.json()).toEqual({ error: { code: 'NOT_FOUND' } })
  expect(reply.headers['cache-control']).toBe('no-store')
})

test('addresses that look like another host are pages of this one', async () => {
  expect((await app.inject({ url: '//elsewhere/x' })).body).toBe(PAGE)
})

test('without a build the API still works and pages are not found', async () => {
  const bare = await serve(path.join(folder, 'never-built'))
  expect((await bare.inject({ url: '/' })).json()).toEqual({ error: { code: 'NOT_FOUND' } })
  await bare.close()
})

test('pages may not be framed, sniffed or fed with foreign code, and are asked for by HTTPS only', async () => {
  const { headers } = await app.inject({ url: '/' })
  expect(headers['content-security-policy']).toContain("default-src 'self'")
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['content-security-policy']).not.toMatch(/script-src|unsafe-eval/)
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': expect.stringContaining('max-age='),
    'cross-origin-opener-policy': 'same-origin',
  })
  expect(headers).not.toHaveProperty('x-powered-by')
})

test('what a build after the start has made is served too', async () => {
  writeFileSync(path.join(folder, 'dist', 'assets', 'later-4d5e6f.js'), '// later')
  const reply = await app.inject({ url: '/assets/later-4d5e6f.js' })
  expect(reply.body).toBe('// later')
  expect(reply.headers['cache-control']).toContain('immutable')
})
