// Chance that comes out the same for the same seed.
export type Randomness = () => number

/** mulberry32 over a hash of the seed. */
export function seeded(seed: string): Randomness {
  let state = 0
  for (const letter of seed) state = (Math.imul(state ^ letter.charCodeAt(0), 0x5bd1e995) ^ (state >>> 13)) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
