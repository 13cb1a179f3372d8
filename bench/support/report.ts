// How figures are told: medians and tails, with the machine, the versions and the number of runs beside them, in the terminal and in
// docs/benchmarks.md between the markers of each benchmark.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const page = path.resolve(import.meta.dirname, '../../docs/benchmarks.md')

/** @param share 0.5 for the median; nearest rank */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
export const perSecond = (value: number): string => `${Math.round(value).toLocaleString('en')}/s`

export interface Report {
  /** As in `npm run bench:NAME`. */
  name: string
  title: string
  /** What is measured, how, and what it leaves out. */
  about: string
  /** What the figures were taken with besides the machine. */
  setting: string[]
  columns: string[]
  rows: string[][]
}

function table({ columns, rows }: Report): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
}

function revision(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  } catch {
    return 'unknown revision'
  }
}

function machine(): string {
  const cpus = os.cpus()
  const memory = Math.round(os.totalmem() / 2 ** 30)
  return `${cpus.length} cores (${cpus[0]?.model.trim() ?? 'unknown'}), ${memory} GiB, Linux ${os.release()}, Node ${process.version}`
}

/** @param keep false: only told in the terminal, as when a run was shortened */
export function publish(report: Report, { keep = true } = {}): void {
  const setting = [machine(), ...report.setting, `revision ${revision()}, ${new Date().toISOString().slice(0, 10)}`]
  const text = `## ${report.title}\n\n${report.about}\n\n${table(report)}\n\n${setting.map((line) => `- ${line}`).join('\n')}\n\nAgain: \`npm run bench:${report.name}\``
  process.stdout.write(`\n${text}\n\n`)
  if (!keep) return
  const begin = `<!-- bench:${report.name} -->`
  const end = `<!-- /bench:${report.name} -->`
  const before = readFileSync(page, 'utf8')
  const from = before.indexOf(begin)
  const to = before.indexOf(end)
  if (from < 0 || to < 0) throw new Error(`docs/benchmarks.md has no place for ${report.name}`)
  writeFileSync(page, `${before.slice(0, from + begin.length)}\n\n${text}\n\n${before.slice(to)}`)
}
