// What a person reads while the system comes up.
import { describe, expect, it } from 'vitest'
import { parseOptions } from './options.mjs'
import { Problem } from './problem.mjs'
import { did, formatTime, Steps, upToDate } from './steps.mjs'

const withoutTimes = (line: string): string => line.replaceAll(/[\d.]+ (ms|s|min)/g, 'T')

describe('steps', () => {
  it('say what they do, what they did, and what was done already', async () => {
    const lines: string[] = []
    const steps = new Steps((line) => lines.push(withoutTimes(line)))
    await steps.run('web app', (say) => {
      say('vite build')
      return did('12 kB')
    })
    await steps.run('dependencies', () => upToDate())
    expect(lines).toEqual(['  web app: vite build', '✓ web app  T (12 kB)', '· dependencies  up to date (T)'])
  })

  it('show a sentence and the last words of what failed, and let the run go on', async () => {
    const lines: string[] = []
    const steps = new Steps((line) => lines.push(withoutTimes(line)))
    const ok = await steps.attempt('types', () => {
      throw new Problem('Run it alone with: npm run types', 'error TS1\nerror TS2\n')
    })
    expect(ok).toBe(false)
    expect(lines).toEqual(['✗ types  failed after T', 'Run it alone with: npm run types\n    error TS1\n    error TS2'])
  })

  it.each([
    [12.4, '12 ms'],
    [28_130, '28.1 s'],
    [150_000, '2 min 30 s'],
    [119_700, '2 min 0 s'],
  ])('write %d ms as “%s”', (milliseconds, text) => {
    expect(formatTime(milliseconds)).toBe(text)
  })
})

describe('options', () => {
  const known = { fresh: 'begin anew', help: 'show this' }

  it('are off unless given', () => {
    expect(parseOptions([], known)).toEqual({ fresh: false, help: false })
    expect(parseOptions(['--fresh'], known)).toEqual({ fresh: true, help: false })
  })

  it.each(['--frsh', 'fresh', '-f', '--fresh=yes'])('answer “%s” with what there is', (option) => {
    expect(() => parseOptions([option], known)).toThrow(`“${option}” is not known. There are: --fresh, --help.`)
  })
})
