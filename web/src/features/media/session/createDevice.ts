// mediasoup-client's view of this browser.
import { AppError } from '@hoi-truong/shared/errors'
import { Device } from 'mediasoup-client'

export async function createDevice(): Promise<Device> {
  try {
    return await Device.factory()
  } catch (cause) {
    throw new AppError('MEDIA_INCOMPATIBLE', undefined, { cause })
  }
}
