// What pdf.js fetches when a file needs it, and only then: the fonts that a PDF may leave out, the unpackers of scanned pages. Laid beside the
// app under the version's name; no other server is ever asked. Tables for Chinese and Japanese are left out.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Plugin } from 'vite'

const FOLDERS = ['standard_fonts', 'wasm']
/** The server's policy forbids WebAssembly; and nothing here runs the scripts that stand in a PDF. */
const NOT_WANTED = /[.]wasm$|quickjs|qcms/i

export function pdfResources(): Plugin {
  const manifest = createRequire(import.meta.url).resolve('pdfjs-dist/package.json')
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  const place = `assets/pdfjs-${version}`
  return {
    name: 'pdf-resources',
    generateBundle() {
      for (const folder of FOLDERS) {
        const from = path.join(path.dirname(manifest), folder)
        for (const file of readdirSync(from)) {
          if (NOT_WANTED.test(file)) continue
          this.emitFile({
            type: 'asset',
            fileName: `${place}/${folder}/${file}`,
            source: readFileSync(path.join(from, file)),
          })
        }
      }
    },
    configureServer(server) {
      server.middlewares.use(`/${place}`, (request, response, next) => {
        const [wanted = ''] = (request.url ?? '').split('?')
        const [folder = '', file = ''] = wanted.split('/').filter((part) => part !== '')
        if (!FOLDERS.includes(folder) || !readdirSync(path.join(path.dirname(manifest), folder)).includes(file)) {
          return next()
        }
        response.end(readFileSync(path.join(path.dirname(manifest), folder, file)))
      })
    },
  }
}
