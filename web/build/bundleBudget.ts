// The weight of a page is a promise to people on 3G: printed at each build, and a build that breaks it fails.
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

interface PageBudget {
  name: string
  /** Modules whose chunks the page loads besides the entry, relative to the web folder. */
  modules: string[]
  /** Compressed JavaScript and CSS, without fonts, in kB. */
  limitKb: number
}

interface Chunk {
  code: string
  imports: string[]
  css: string[]
}

/** All chunks that a page needs: its own and what they import. */
function weigh(roots: string[], chunks: ReadonlyMap<string, Chunk>, css: ReadonlyMap<string, string>): number {
  const needed = new Set<string>()
  const visit = (name: string) => {
    if (needed.has(name)) return
    needed.add(name)
    for (const imported of chunks.get(name)?.imports ?? []) visit(imported)
  }
  for (const root of roots) visit(root)
  const styles = new Set([...needed].flatMap((name) => chunks.get(name)?.css ?? []))
  const texts = [
    ...[...needed].map((name) => chunks.get(name)?.code ?? ''),
    ...[...styles].map((name) => css.get(name) ?? ''),
  ]
  return texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0)
}

export function bundleBudget(pages: PageBudget[]): Plugin {
  return {
    name: 'bundle-budget',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = new Map<string, Chunk>()
        const css = new Map<string, string>()
        const byModule = new Map<string, string>()
        const entries: string[] = []
        for (const [name, output] of Object.entries(bundle)) {
          if (output.type === 'asset') {
            if (name.endsWith('.css')) css.set(name, String(output.source))
            continue
          }
          const styles = [...(output.viteMetadata?.importedCss ?? [])]
          chunks.set(name, { code: output.code, imports: output.imports, css: styles })
          if (output.isEntry) entries.push(name)
          for (const id of Object.keys(output.modules)) byModule.set(id, name)
        }
        const over: string[] = []
        for (const page of pages) {
          const own = page.modules.map((module) => [...byModule].find(([id]) => id.endsWith(`/${module}`))?.[1])
          if (own.includes(undefined)) this.error(`bundle-budget: no chunk holds ${page.modules.join(', ')}`)
          const kb = weigh([...entries, ...own.filter((name) => name !== undefined)], chunks, css) / 1024
          const line = `${page.name}: ${kb.toFixed(1)} kB compressed (budget ${page.limitKb} kB)`
          this.info(line)
          if (kb > page.limitKb) over.push(line)
        }
        if (over.length > 0) this.error(`over budget:\n${over.join('\n')}`)
      },
    },
  }
}
