// The browser of the end-to-end tests: one that is there, else Debian's.
import { existsSync } from 'node:fs'
import { findProgram } from '../lib/command.mjs'
import { Problem } from '../lib/problem.mjs'
import { did, upToDate } from '../lib/steps.mjs'
import { requireSystemPackages } from './systemPackages.mjs'

/** @returns {string | undefined} */
export function findChromium() {
  return (
    process.env.CHROMIUM_PATH ||
    findProgram('chromium') ||
    findProgram('chromium-browser') ||
    findProgram('google-chrome')
  )
}

/** @param {(text: string) => void} say */
export async function installChromium(say) {
  const named = process.env.CHROMIUM_PATH
  if (named && !existsSync(named)) throw new Problem(`CHROMIUM_PATH names ${named}, but there is no such file.`)
  const found = findChromium()
  if (found) return upToDate(found)
  await requireSystemPackages('Testing in a browser', ['chromium', 'fonts-noto-core'], say)
  const installed = findChromium()
  if (!installed) throw new Problem('No Chromium was found. Install one and name it in CHROMIUM_PATH.')
  return did(installed)
}
