// How slips lie on paper.
const SLIPS_ON_A_SHEET = 8

export const sheetsOf = <T>(slips: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(slips.length / SLIPS_ON_A_SHEET) }, (_, sheet) =>
    slips.slice(sheet * SLIPS_ON_A_SHEET, (sheet + 1) * SLIPS_ON_A_SHEET),
  )
