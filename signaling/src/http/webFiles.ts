// The built web app: files with a hash in their name are kept for ever, index.html never; every page's address answers with it.
import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import { AppError } from '@hoi-truong/shared/errors'
import type { App } from './app.ts'

export async function serveWebFiles(app: App, folder: string): Promise<void> {
  const built = existsSync(path.join(folder, 'index.html'))
  if (built) {
    const options = {
      index: false,
      cacheControl: false,
      // Packed when it was built: on 3G a page of 350 kB is not to come as 1,2 MB.
      preCompressed: true,
      setHeaders: (reply: { header: (name: string, value: string) => void }, file: string) => {
        const lasting = file.includes(`${path.sep}assets${path.sep}`)
        reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    } as const
    // By name, so that every other address is left to the page ...
    await app.register(fastifyStatic, { ...options, root: folder, wildcard: false, globIgnore: ['assets/**'] })
    // ... but for the files with a hash, which a build after the start replaces.
    await app.register(fastifyStatic, {
      ...options,
      root: path.join(folder, 'assets'),
      prefix: '/assets/',
      decorateReply: false,
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const [pathname = '/'] = request.url.split('?')
    const asks = request.method === 'GET' || request.method === 'HEAD'
    const isPage = asks && !pathname.startsWith('/api/') && !path.extname(pathname)
    if (!isPage || !built) throw new AppError('NOT_FOUND')
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}
