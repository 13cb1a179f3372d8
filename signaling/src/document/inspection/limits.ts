// How much of a file is opened at its inspection. Generous for what an office writes, small for what was made to do harm.

/** Pixels: what a cheap phone can still show. A picture of 50 megapixels, as good phones make them, passes. */
export const MOST_PIXELS = 64_000_000
export const LONGEST_SIDE = 20_000

export const MOST_PAGES = 5_000
/** Marks of secrecy stand at the front. */
export const PAGES_READ = 5

export const MOST_ZIP_ENTRIES = 2_000
export const MOST_UNPACKED_BYTES = 200 * 2 ** 20
/** What is packed tighter than this was not written by people; below the floor even an empty form can be. */
export const TIGHTEST_PACKING = 250
export const PACKING_FLOOR_BYTES = 2 * 2 ** 20
/** Of the parts that are read. */
export const LARGEST_PART_BYTES = 40 * 2 ** 20

export const MOST_CHARACTERS = 2_000_000
export const MOST_BLOCKS = 60_000
