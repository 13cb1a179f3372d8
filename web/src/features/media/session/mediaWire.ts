// The connection to a media-server, with its requests typed.
import type {
  MediaHandshake,
  MediaReplies,
  MediaRequest,
  MediaRequestBody,
  MediaServerToClient,
} from '@hoi-truong/shared/media'
import { MEDIA_NAMESPACE } from '@hoi-truong/shared/media'
import { openWire, type Wire } from '../../../lib/wire.ts'

export type MediaWire = Wire<{ [R in MediaRequest]: MediaRequestBody<R> }, MediaReplies, MediaServerToClient>

export const openMediaWire = (url: string, handshake: MediaHandshake, signal: AbortSignal): Promise<MediaWire> =>
  openWire<MediaWire>(`${url.replace(/\/$/, '')}${MEDIA_NAMESPACE}`, handshake, signal)
