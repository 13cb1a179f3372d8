// Reads a code off the screen, as a phone's camera does.
import type { Locator } from '@playwright/test'
import { decodeQR } from 'qr/decode.js'

/** @returns what the code says; throws when no camera could read it */
export async function readQrCode(picture: Locator): Promise<string> {
  const png = (await picture.screenshot()).toString('base64')
  // A page without the product's policy, which rightly forbids this.
  const helper = await picture.page().context().newPage()
  try {
    const { width, height, data } = await helper.evaluate(async (source) => {
      const image = new Image()
      image.src = `data:image/png;base64,${source}`
      await image.decode()
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0)
      const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? []
      return { width: image.width, height: image.height, data: [...pixels] }
    }, png)
    return decodeQR({ width, height, data: Uint8ClampedArray.from(data) })
  } finally {
    await helper.close()
  }
}
