// Passwords that are guessed first: the member's own number, and what everybody takes. A short list, so that a page may carry it.

const commonest: ReadonlySet<string> = new Set([
  'password',
  'password1',
  'passw0rd',
  'matkhau',
  'matkhau1',
  'matkhau123',
  'qwertyuiop',
  'qwerty123',
  '1q2w3e4r',
  '1qaz2wsx',
  'asdfghjkl',
  'abc12345',
  'abcd1234',
  'a1234567',
  'a12345678',
  'aa123456',
  'iloveyou',
  'anhyeuem',
  'emyeuanh',
  'vietnam123',
  'hanoi123',
  'dangvien',
  'dangvien123',
  'chibo123',
  'hoitruong',
])

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/giu, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** 12345678, 87654321, 11111111, 12341234: figures and letters that follow a pattern of at most four. */
function isPattern(text: string): boolean {
  for (let length = 1; length <= 4; length += 1) {
    const part = text.slice(0, length)
    if (part.repeat(Math.ceil(text.length / length)).slice(0, text.length) === text) return true
  }
  const steps = new Set([...text].slice(1).map((letter, index) => letter.charCodeAt(0) - text.charCodeAt(index)))
  // From 9 on to 0, as on the keys.
  return [1, -1].some((step) => [...steps].every((one) => one === step || one === -9 * step))
}

/** In any case, with any signs between: whoever guesses tries those too. */
export function isWeakPassword(password: string, memberNumber: string): boolean {
  const typed = plain(password)
  return typed === '' || typed === plain(memberNumber) || commonest.has(typed) || isPattern(typed)
}
