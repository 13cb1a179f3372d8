// Reads that many ask for at the same moment, made once for all of them. An answer is never older than its question: who asks while a
// read runs waits for the next one.
export class SharedReads<T> {
  readonly #load: (key: string) => Promise<T>
  readonly #running = new Map<string, { now: Promise<T>; next: Promise<T> | null }>()

  constructor(load: (key: string) => Promise<T>) {
    this.#load = load
  }

  read(key: string): Promise<T> {
    const running = this.#running.get(key)
    if (!running) return this.#start(key)
    running.next ??= running.now.then(
      () => this.#start(key),
      () => this.#start(key),
    )
    return running.next
  }

  #start(key: string): Promise<T> {
    const entry = { now: this.#load(key), next: null }
    this.#running.set(key, entry)
    const end = () => {
      if (entry.next === null) this.#running.delete(key)
    }
    entry.now.then(end, end)
    return entry.now
  }
}
