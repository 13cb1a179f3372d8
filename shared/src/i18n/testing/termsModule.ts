// Turns terms.tsv, the list that people who know the field keep, into modules that the type checker reads. The test beside
// terms.tsv compares them; after a change of the list, `npm run unit -- shared/src/i18n -u` writes them anew.

/** The terms that stand on the sign-in page, which loads no others. */
const coreTerms = new Set(['app.name'])

/** @param tsv the list with its head line: key, vi, note, core */
export function termsModules(tsv: string): { coreTerms: string; terms: string } {
  const [, ...lines] = tsv.trimEnd().split('\n')
  const entries = lines.map((line): [string, string] => {
    const [key, vi] = line.split('\t')
    if (!key || !vi) throw new Error(`terms.tsv: a line needs a key and a term: ${line}`)
    return [key, vi.trim().normalize('NFC')]
  })
  return {
    coreTerms: moduleOf(
      'coreTerms',
      entries.filter(([key]) => coreTerms.has(key)),
    ),
    terms: moduleOf(
      'terms',
      entries.filter(([key]) => !coreTerms.has(key)),
    ),
  }
}

function moduleOf(name: string, entries: [string, string][]): string {
  const lines = entries.map(([key, vi]) => `  ${quote(key)}: ${quote(vi)},\n`)
  return `// Made from terms.tsv; change the list, not this file.\nexport const ${name} = {\n${lines.join('')}} as const\n`
}

const quote = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
