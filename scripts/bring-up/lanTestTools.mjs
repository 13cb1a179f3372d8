// What the test of the local network needs to make one. Only root can, so that nobody else is asked to install anything.
import { explain } from '../lib/problem.mjs'
import { did, upToDate } from '../lib/steps.mjs'
import { requireSystemPackages } from './systemPackages.mjs'

/** @param {(text: string) => void} say */
export async function installLanTestTools(say) {
  if (process.getuid?.() !== 0) return upToDate('only root can make a network: its test is not run')
  try {
    await requireSystemPackages('Testing in a local network', ['iproute2', 'libnss3-tools'], say)
    return upToDate()
  } catch (error) {
    // All other tests can do without; this one says that it was not run.
    return did(explain(error))
  }
}
