// When this device is on another network than a moment ago: it came back, or changed from one to the other without being gone.

interface Connection extends EventTarget {
  /** Wi-Fi, mobile, cable; only where the browser says so. Estimates of speed change all the time and mean nothing here. */
  type?: string
}

interface Surroundings {
  addEventListener?(name: string, listener: () => void, options: { signal: AbortSignal }): void
  navigator?: object
}

/** @param signal ends it */
export function onNetworkChange(changed: () => void, signal: AbortSignal, around: Surroundings = globalThis): void {
  around.addEventListener?.('online', changed, { signal })
  const { connection } = (around.navigator ?? {}) as { connection?: Connection }
  let type = connection?.type
  const look = () => {
    if (connection?.type === type) return
    type = connection?.type
    if (type !== 'none') changed()
  }
  connection?.addEventListener('change', look, { signal })
}
