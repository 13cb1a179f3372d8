// mediasoup-client's view of this browser.
import { Device } from 'mediasoup-client'
import { Refusal } from '../../../lib/problem.ts'

export async function createDevice(): Promise<Device> {
  try {
    return await Device.factory()
  } catch (cause) {
    throw new Refusal('MEDIA_INCOMPATIBLE', undefined, { cause })
  }
}
