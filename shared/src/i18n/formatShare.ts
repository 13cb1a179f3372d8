// A share in words, from two integers (DOMAIN 2.4: two decimals with a comma). Apart from the other formats, so that the first page does
// not carry it.
import { formatRate, type Language } from './format.ts'

/** 17 of 21 is "80,95%" ("80.95%" in English), rounded to the nearest hundredth in integers; of nothing it is "–". */
export function formatShare(part: number, whole: number, language: Language): string {
  if (whole === 0) return '–'
  return formatRate(Math.floor((part * 20_000 + whole) / (2 * whole)), language)
}
