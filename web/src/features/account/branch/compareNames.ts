// The name on the list beside the name that somebody typed: whether it is the same person is for the committee to say, where to look is
// said here.
import { foldForSearch } from '@hoi-truong/shared/organization'

/** `marks`: only accents, capitals or spaces differ, as on a phone without a Vietnamese keyboard. */
export type NameComparison = 'same' | 'marks' | 'differ'

const tidy = (name: string): string => name.normalize('NFC').replace(/\s+/gu, ' ').trim()

export function compareNames(listed: string, typed: string): NameComparison {
  if (tidy(listed) === tidy(typed)) return 'same'
  return foldForSearch(listed) === foldForSearch(typed) ? 'marks' : 'differ'
}

export interface NameWord {
  word: string
  /** Is not on the other side. */
  differs: boolean
}

/** The words of one name, with those that the other does not have, however they are accented. */
export function wordsBeside(name: string, other: string): NameWord[] {
  const others = foldForSearch(other).split(' ')
  return tidy(name)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const place = others.indexOf(foldForSearch(word))
      if (place >= 0) others.splice(place, 1)
      return { word, differs: place < 0 }
    })
}
