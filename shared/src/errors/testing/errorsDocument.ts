// docs/errors.md, made from what the program itself says: the codes, who gives them, and the sentences that people read.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { en, vi } from '../../i18n/words/index.ts'
import { type ErrorCode, errorStatus } from '../codes.ts'

const root = path.resolve(import.meta.dirname, '../../../..')
const programs = ['signaling', 'media-server', 'web'] as const
type Program = (typeof programs)[number]

const introduction = `# Refusals and their codes

Everything that is refused on purpose has a code from one closed list (\`shared/src/errors/codes.ts\`). A code keeps its meaning for
ever; its sentence may get better. Everything else is a fault: it is logged where it happens and told as \`INTERNAL\`.

- HTTP answers with the status below and \`{"error":{"code":"...","params":{...}}}\`; \`params\` is there when the sentence needs a
  number, or (\`fields\`) the names of what was wrong, never what was written in them.
- A socket request is acknowledged with \`{"ok":false,"error":{"code":"...","params":{...}}}\`; a refused handshake carries the same
  as \`data\` of its error.
- \`TOKEN_MISSING\`, \`TOKEN_INVALID\` and \`TOKEN_EXPIRED\` ask for a new access token (\`POST /api/v1/auth/refresh\`); only when that is
  refused must the person sign in again.
- \`TOO_MANY_REQUESTS\` (\`seconds\`), \`SIGN_IN_BLOCKED\` (\`minutes\`), \`DATABASE_UNAVAILABLE\`, \`MEDIA_UNAVAILABLE\`,
  \`COMMAND_IN_DOUBT\` and \`TIMEOUT\` pass by themselves: the same request may be sent again. A command keeps its id then, so that it takes effect once.

“Web” gives codes for what happens on the device, for example that no answer came. This page is made and checked by
\`shared/src/errors/errorsDocument.test.ts\`; after a change, \`npm run unit -- shared/src/errors -u\` writes it anew.
`

const titles: Record<string, string> = {
  anything: 'Anything',
  account: 'Signing in',
  'commands and streams': 'Commands and streams',
  meeting: 'Meeting',
  organization: 'Organization',
  attendance: 'Roll call',
  documents: 'Documents',
  votes: 'Votes',
  media: 'Sound and picture',
}

/** The codes in the groups of their list, each under its comment. */
function groups(): Map<string, ErrorCode[]> {
  const source = readFileSync(path.join(root, 'shared/src/errors/codes.ts'), 'utf8')
  const found = new Map<string, ErrorCode[]>()
  let group = ''
  for (const line of source.split('\n')) {
    const title = /^ {2}\/\/ (.+)$/.exec(line)?.[1]
    const code = /^ {2}([A-Z_]+): \d+,$/.exec(line)?.[1]
    if (title) group = title
    if (code) found.set(group, [...(found.get(group) ?? []), code as ErrorCode])
  }
  return found
}

/** Both servers refuse through what they share; commands of votes by rules that the web app shows by too. */
const sharedBy: Record<Program, string[]> = {
  signaling: ['shared/src/protocol', 'shared/src/voting'],
  'media-server': ['shared/src/protocol'],
  web: [],
}

const sourcesOf = (program: Program): string => [`${program}/src`, ...sharedBy[program]].map(sourcesIn).join('\n')

function sourcesIn(name: string): string {
  const folder = path.join(root, name)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|(^|\/)(testing|generated)\//.test(file))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n')
}

/** The programs in which a code stands; the web app reads most of them, so it counts only where it is alone. */
export function givers(): Map<ErrorCode, Program[]> {
  // What shared gives, everybody gives who parses input with it.
  const everywhere: Partial<Record<ErrorCode, Program[]>> = {
    REQUEST_MALFORMED: ['signaling', 'media-server'],
    INTERNAL: ['signaling', 'media-server'],
  }
  const sources = new Map(programs.map((program) => [program, sourcesOf(program)]))
  const codes = Object.keys(errorStatus) as ErrorCode[]
  return new Map(
    codes.map((code) => {
      const mentions = programs.filter((program) => sources.get(program)?.includes(`'${code}'`))
      const servers = mentions.filter((program) => program !== 'web')
      return [code, everywhere[code] ?? (servers.length > 0 ? servers : mentions)]
    }),
  )
}

const names: Record<Program, string> = { signaling: 'signaling', 'media-server': 'media-server', web: 'web' }

export function errorsDocument(): string {
  const given = givers()
  const sections = [...groups()].map(([group, codes]) => {
    const rows = codes.map((code) => {
      const by = (given.get(code) ?? []).map((program) => names[program]).join(', ')
      return `| \`${code}\` | ${errorStatus[code]} | ${by} | ${en[`error.${code}`]} | ${vi[`error.${code}`]} |`
    })
    return [
      `## ${titles[group] ?? group}\n`,
      '| Code | HTTP | Given by | What to do | Điều cần làm |',
      '| --- | --- | --- | --- | --- |',
      ...rows,
      '',
    ].join('\n')
  })
  return `${introduction}\n${sections.join('\n')}`
}
