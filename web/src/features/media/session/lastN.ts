// Which cameras are shown. Few at a time: each costs every phone in the room its battery and its data (DESIGN 3).

export interface CameraCandidate {
  producerId: string
  memberId: string
  /** Always shown: the chair. */
  pinned: boolean
  /** Counts up with every turn of speaking; 0 for who has not spoken yet. */
  lastSpoke: number
  shown: boolean
}

/** The chair, then who spoke last, then who is on screen already: a picture leaves only for another one that matters more. */
export function chooseCameras(candidates: readonly CameraCandidate[], limit: number): Set<string> {
  const rank = (candidate: CameraCandidate) => [Number(candidate.pinned), candidate.lastSpoke, Number(candidate.shown)]
  const sorted = candidates
    .map((candidate, arrival) => ({ candidate, key: [...rank(candidate), -arrival] }))
    .sort((a, b) => a.key.reduce((sum, value, index) => sum || (b.key[index] ?? 0) - value, 0))
  return new Set(sorted.slice(0, limit).map(({ candidate }) => candidate.producerId))
}
