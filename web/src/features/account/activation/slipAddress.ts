// What a slip's picture says: the address of the page, with number and code behind the number sign, so that no server's log has them.
export interface SlipAddress {
  memberNumber: string
  code: string
}

export const slipAddressOf = (origin: string, { memberNumber, code }: SlipAddress): string =>
  `${origin}/activate#${memberNumber}:${code}`

/** @param hash as in `location.hash` @returns null for what no slip says */
export function readSlipHash(hash: string): SlipAddress | null {
  let text: string
  try {
    text = decodeURIComponent(hash.replace(/^#/, ''))
  } catch {
    return null
  }
  const [memberNumber = '', code = '', ...more] = text.split(':').map((part) => part.trim())
  return memberNumber === '' || code === '' || more.length > 0 ? null : { memberNumber, code }
}
