// The floor for somebody, for as long as the chair has chosen for each speech on this device.
import { newId } from '../../lib/newId.ts'
import { rememberedLimit, secondsOf } from './speechLimit.ts'

/** The payload of `floor.grant`. */
export const grantNow = (memberId: string) => ({
  speechId: newId(),
  memberId,
  limitSeconds: secondsOf(rememberedLimit(localStorage)),
})
