// docker/compose.yaml as compose would read it with .env.example filled in: for tests, as there is no engine to try it with.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { inProject } from '../lib/project.mjs'

export interface ComposeService {
  image?: string
  build?: { context: string; dockerfile: string }
  environment?: Record<string, string>
  command?: string[]
  depends_on?: unknown
  [key: string]: unknown
}

export const composeText = (): string => readFileSync(inProject('docker/compose.yaml'), 'utf8')

/** The variables of .env.example; those without a value get one such as a person would make. */
export function exampleEnvironment(): Record<string, string> {
  const lines = readFileSync(inProject('docker/.env.example'), 'utf8').split('\n')
  const variables = lines.flatMap((line) => (/^[A-Z]/.test(line) ? [line.split('=') as [string, string]] : []))
  return Object.fromEntries(variables.map(([name, value]) => [name, value || name.toLowerCase().padEnd(32, 'x')]))
}

export function composeServices(environment = exampleEnvironment()): Record<string, ComposeService> {
  const filled = composeText().replaceAll(
    /\$\{([A-Z_]+)(?::[-?]([^}]*))?\}/g,
    (_whole, name: string, otherwise = '') => environment[name] ?? otherwise,
  )
  return (parse(filled, { merge: true }) as { services: Record<string, ComposeService> }).services
}

export function composeEnvironment(service: string): Record<string, string> {
  return composeServices()[service]?.environment ?? {}
}
