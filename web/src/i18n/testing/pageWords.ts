// Which words each page can show, read from the sources: what it imports, and the keys that stand there.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface Page {
  /** Relative to web/src. */
  module: string
  areas: string[]
}

const sources = path.resolve(import.meta.dirname, '../..')
/** Each is asked for again and again, by every page that comes with it. */
const known = new Map<string, string>()
function read(module: string): string {
  const source = known.get(module) ?? readFileSync(path.join(sources, module), 'utf8')
  known.set(module, source)
  return source
}

export const modules = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\.|(^|\/)testing\//.test(file),
)

const lazyPage = /lazyWithWords\(\s*\[([^\]]*)\],\s*\(\)\s*=>\s*import\('(\.[^']+)'\)/g
const staticImport = /^(?:import|export)\s+(?!type\s)(?:[^'"]*?\sfrom\s+)?'(\.[^']+\.tsx?)'/gm
const otherImport = /\bimport\('(\.[^']+\.tsx?)'\)/g

const beside = (module: string, imported: string): string => path.join(path.dirname(module), imported)

const areasNamed = (text: string): string[] => [...text.matchAll(/'(\w+)'/g)].map(([, area = '']) => area)

/** All that is loaded by `lazyWithWords`, with the areas named there. */
export const lazyPages: readonly Page[] = modules.flatMap((module) =>
  [...read(module).matchAll(lazyPage)].map(([, areas = '', page = '']) => ({
    module: beside(module, page),
    areas: areasNamed(areas),
  })),
)

/** Pages that a module fetches ahead, and the areas that it fetches ahead. */
export function fetchedAhead(module: string): { pages: Page[]; areas: string[] } {
  const source = read(module).replaceAll(lazyPage, '')
  const fetched = [...source.matchAll(otherImport)].map(([, imported = '']) => beside(module, imported))
  const areas = [...source.matchAll(/needWords\(\[([^\]]*)\]/g)].flatMap(([, named = '']) => areasNamed(named))
  return { pages: lazyPages.filter((page) => fetched.includes(page.module)), areas }
}

/** The module and what comes with it: not the pages that it loads later with words of their own. */
export function modulesOf(root: string): string[] {
  const found = new Set<string>()
  const pages = lazyPages.map(({ module }) => module)
  const visit = (module: string): void => {
    if (found.has(module)) return
    found.add(module)
    const source = read(module).replaceAll(lazyPage, '')
    for (const [, imported = ''] of source.matchAll(staticImport)) visit(beside(module, imported))
    for (const [, imported = ''] of source.matchAll(otherImport))
      if (!pages.includes(beside(module, imported))) visit(beside(module, imported))
  }
  visit(root)
  return [...found]
}

/**
 * The keys that stand in a module. A template counts for every key that it may make, apart from errors: which of them a page can
 * get is known to the server alone.
 */
export function keysIn(module: string, all: readonly string[]): string[] {
  const source = read(module)
  const literals = new Set([...source.matchAll(/'(\w+\.[\w.]+)'/g)].map(([, key]) => key))
  const starts = [...source.matchAll(/`(\w+\.[\w.]*)\$\{/g)].map(([, start = '']) => start)
  return all.filter((key) => literals.has(key) || starts.some((start) => start !== 'error.' && key.startsWith(start)))
}
