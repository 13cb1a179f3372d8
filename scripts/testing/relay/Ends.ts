// Between what the relay stands, and over which lines it passes things on.
import type { Line } from './Line.ts'

/** `up` from the person to the programs. */
export interface Lines {
  up: Line
  down: Line
}

export interface Ends {
  /** The relay's own; the port is the same on both sides, as candidates and addresses in pages name it. */
  address: string
  port: number
  target: string
}
