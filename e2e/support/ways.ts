// Which address of this machine a person's browser takes to the media worker, and to the servers.
import type { BrowserContext } from '@playwright/test'
import type { RunningSystem } from './system.ts'

/** Where the media worker and the servers listen, and another address of the same machine for the relay. */
export const WORKER = '127.0.0.1'
export const RELAY = '127.0.0.3'

/** Before the person opens a page: candidates of the media-server that name one address are taken as naming another. */
export async function takeOtherWay(context: BrowserContext, from: string, to: string): Promise<void> {
  await context.addInitScript(
    ([named, taken]) => {
      const set = RTCPeerConnection.prototype.setRemoteDescription as (
        this: RTCPeerConnection,
        description: RTCSessionDescriptionInit,
      ) => Promise<void>
      RTCPeerConnection.prototype.setRemoteDescription = function (description: RTCSessionDescriptionInit) {
        return set.call(this, { ...description, sdp: description.sdp?.replaceAll(` ${named} `, ` ${taken} `) ?? '' })
      }
    },
    [from, to] as const,
  )
}

/** Of signaling and of the media-server, as pages reach them. */
export const serverPorts = ({ url, mediaUrl }: RunningSystem): number[] =>
  [url, mediaUrl].map((address) => Number(new URL(address).port))
