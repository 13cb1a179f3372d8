// Ctrl-C reaches this process twice when npm passes it on: once from the terminal, once from npm. So only a signal that
// comes noticeably later means that somebody has lost patience.
const PATIENCE_MS = 2_000

/**
 * A promise that resolves when the process is asked to stop: by a signal, or because npm, which started it, is gone.
 * @param {{ force: () => void }} options what to do for somebody who cannot wait
 * @returns {Promise<void> & { asked: boolean, dispose: () => void }}
 */
export function untilAskedToStop({ force }) {
  let askedAt = 0
  let dispose = () => {}
  const promise = new Promise((/** @type {(value: void) => void} */ resolve) => {
    const ask = () => {
      if (!askedAt) {
        askedAt = Date.now()
        result.asked = true
        resolve()
      } else if (Date.now() - askedAt > PATIENCE_MS) {
        force()
        process.exit(1)
      }
    }
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
    for (const signal of signals) process.on(signal, ask)
    const npm = process.ppid
    const watch = process.env.npm_lifecycle_event ? setInterval(() => process.ppid !== npm && ask(), 500) : undefined
    dispose = () => {
      for (const signal of signals) process.off(signal, ask)
      clearInterval(watch)
    }
  })
  const result = Object.assign(promise, { asked: false, dispose: () => dispose() })
  return result
}
