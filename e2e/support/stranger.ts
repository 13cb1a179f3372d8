// A member of another branch, with an account: no page can make one for the shared system's tests.
import { layBranch } from './branch.ts'
import type { RunningSystem } from './system.ts'

/** @returns the member number; the password is that of the demo accounts */
export async function layStranger(system: RunningSystem): Promise<string> {
  const { numbers } = await layBranch(system, [
    { name: 'Người Chi Bộ Khác', office: 'branchSecretary', hasAccount: true },
  ])
  return numbers[0] ?? ''
}
