// Lays a packed copy beside each file that gains by it, so that the server need not pack anything while people wait.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const PACKS_WELL = /\.(?:js|mjs|css|html|svg|json|wasm)$/
/** One packet on the line: less is not worth a file. */
const WORTH_BYTES = 1_400

export function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle)) {
        if (!PACKS_WELL.test(name)) continue
        const file = path.join(dir, name)
        const content = readFileSync(file)
        if (content.length >= WORTH_BYTES) writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
      }
    },
  }
}
