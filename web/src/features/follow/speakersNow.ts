// Who is heard now, as far as that is still known.

/** Said again every five seconds while it goes on; after two that did not come nobody knows. */
export const SPEAKERS_FRESH_MS = 12_000

/** @param now this device's clock, ms */
export const speakersNow = (
  speakers: { memberIds: readonly string[]; at: number },
  connected: boolean,
  now: number,
): readonly string[] => (connected && now - speakers.at < SPEAKERS_FRESH_MS ? speakers.memberIds : [])
