// Whether this tab has passed the device check, and with what: a reload leads back into the room without asking again.

export interface EnteringWish {
  camera: boolean
  microphone: boolean
  muted: boolean
}

const keyOf = (meetingId: string) => `hoi-truong.entering.${meetingId}`

export function rememberWish(meetingId: string, wish: EnteringWish): void {
  try {
    sessionStorage.setItem(keyOf(meetingId), JSON.stringify(wish))
  } catch {
    // Without storage a reload leads through the device check again.
  }
}

export function forgetWish(meetingId: string): void {
  try {
    sessionStorage.removeItem(keyOf(meetingId))
  } catch {
    // Nothing was kept.
  }
}

export function wishOf(meetingId: string): EnteringWish | null {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(meetingId)) ?? 'null') as EnteringWish | null
  } catch {
    return null
  }
}
