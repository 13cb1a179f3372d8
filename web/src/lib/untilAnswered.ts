// A request that somebody waits for: given again, the same one, until there is an answer. Silence says nothing about whether it took
// effect, so only a repeat with the same id is safe.
import { isPassing } from './problem.ts'
import { Tries } from './tries.ts'

/** @param onSilence told at each try that nobody answered @throws AppError the refusal, or whatever came last when aborted */
export async function untilAnswered<T>(ask: () => Promise<T>, signal: AbortSignal, onSilence: () => void): Promise<T> {
  const tries = new Tries(signal)
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (!isPassing(error) || signal.aborted) throw error
      onSilence()
      await tries.next()
      if (signal.aborted) throw error
    }
  }
}
