// One at a time across all tabs. The refresh cookie rotates: two tabs that used the same one at once would look like a thief.

/** Without Web Locks (plain http on a local network) it is one at a time in this tab only. */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks: LockManager | undefined = globalThis.navigator?.locks
  if (!locks) return work()
  return await locks.request(name, () => work())
}
