// Turns terms.tsv, the list that people who know the field keep, into a module that the type checker reads. The test beside
// terms.tsv compares the two; after a change of the list, `npx vitest run shared/src/i18n -u` writes the module anew.

/** @param tsv the list with its head line: key, vi, note, core */
export function termsModule(tsv: string): string {
  const [, ...lines] = tsv.trimEnd().split('\n')
  const entries = lines.map((line) => {
    const [key, vi] = line.split('\t')
    if (!key || !vi) throw new Error(`terms.tsv: a line needs a key and a term: ${line}`)
    return `  ${quote(key)}: ${quote(vi.trim().normalize('NFC'))},\n`
  })
  return `// Made from terms.tsv; change the list, not this file.\nexport const terms = {\n${entries.join('')}} as const\n`
}

const quote = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
