// What an attacker hits who knows nothing. Twenty voters laid beside their twenty ballots in any order agree in one place on average, with a
// variance of one, however many there are; over many polls that is a Poisson distribution with the number of polls for its mean.

/** P(X <= most) for a Poisson distribution. */
function upTo(most: number, mean: number): number {
  let term = Math.exp(-mean)
  let sum = term
  for (let k = 1; k <= most; k += 1) {
    term *= mean / k
    sum += term
  }
  return most < 0 ? 0 : sum
}

export interface Interval {
  least: number
  most: number
}

/**
 * Within which the hits of all attacks together lie by chance.
 *
 * @param attacks tried at once: each gets its share of the doubt, or one of a hundred would stand out without any reason
 * @param confidence 0.99: one honest box in a hundred is suspected
 */
export function intervalOfChance(polls: number, attacks: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2 / Math.max(1, attacks)
  let least = 0
  while (upTo(least, polls) < tail) least += 1
  let most = polls
  while (1 - upTo(most, polls) > tail) most += 1
  return { least, most }
}

export const isWithin = ({ least, most }: Interval, hits: number): boolean => hits >= least && hits <= most
