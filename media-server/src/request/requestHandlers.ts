// What each request of a browser does. Everything here runs for a session whose request was already held to its schema;
// who may ask is answered by the session (has it joined) and by the peer (is it its own transport, producer, consumer;
// may it publish).
import { AppError } from '@hoi-truong/shared/errors'
import type { MediaReplies, MediaRequest, MediaRequestBody } from '@hoi-truong/shared/media'
import {
  compatible,
  dtlsParametersSchema,
  rtpCapabilitiesSchema,
  rtpParametersSchema,
} from '../room/clientParameters.ts'
import type { JoinedPeer, RoomRegistry } from '../room/RoomRegistry.ts'
import type { IceServer } from '../session/IceServers.ts'
import type { MediaSession } from '../session/MediaSession.ts'
import type { ResumeTokens } from '../session/ResumeTokens.ts'
import { forBrowsers } from '../worker/mediaCodecs.ts'

export type RequestHandlers = {
  [R in MediaRequest]: (session: MediaSession, body: MediaRequestBody<R>) => Promise<MediaReplies[R]>
}

export interface HandlerContext {
  registry: RoomRegistry
  resumeTokens: ResumeTokens
  iceServers: () => IceServer[]
}

export function requestHandlers({ registry, resumeTokens, iceServers }: HandlerContext): RequestHandlers {
  const tokenOf = ({ room, peer }: JoinedPeer) =>
    resumeTokens.issue({ meetingId: room.meetingId, sessionId: peer.sessionId })

  const stateFor = (joined: JoinedPeer) => ({
    epoch: joined.room.epoch,
    producers: joined.room.producersFor(joined.peer),
    memberIds: joined.room.memberIds,
    mayPublish: joined.peer.producers.mayPublish,
    held: joined.peer.producers.held,
    policy: joined.peer.policy,
    resumeToken: tokenOf(joined),
  })

  return {
    async join(session, { device }) {
      if (session.admission.by !== 'grant') throw new AppError('GRANT_MISSING')
      if (session.hasLeft) throw new AppError('GRANT_EXPIRED')
      // Asked again on the same socket, the answer is given again.
      if (!session.hasJoined) session.bind(await registry.join(session.admission.grant, device, session.link))
      const { peer } = session.joined
      return {
        ...stateFor(session.joined),
        routerRtpCapabilities: forBrowsers(peer.router.router.rtpCapabilities),
        sendTransport: peer.sendTransport.describe(),
        receiveTransport: peer.receiveTransport.describe(),
        iceServers: iceServers(),
      }
    },

    async resume(session) {
      if (!session.hasJoined) {
        if (session.admission.by !== 'resumeToken') throw new AppError('ROOM_NOT_JOINED')
        const { meetingId, sessionId } = session.admission.session
        const found = registry.find(meetingId, sessionId)
        if (!found) throw new AppError('RESUME_UNKNOWN')
        found.peer.attach(session.link)
        session.bind(found)
        found.room.tellTalkingOver(found.peer)
      }
      const { peer } = session.joined
      const { ids: ownProducerIds, silenced } = peer.producers
      return { ...stateFor(session.joined), ownProducerIds, silenced, consumerIds: peer.consumers.ids }
    },

    async connectTransport({ joined }, { transportId, dtlsParameters }) {
      await joined.peer.transport(transportId).connect(compatible(dtlsParametersSchema, dtlsParameters))
      return {}
    },

    async restartIce({ joined }, { transportId }) {
      return { iceParameters: await joined.peer.transport(transportId).restartIce() }
    },

    async produce({ joined: { peer } }, { transportId, kind, source, rtpParameters, paused }) {
      if (peer.transport(transportId) !== peer.sendTransport) throw new AppError('TRANSPORT_UNKNOWN')
      const parameters = compatible(rtpParametersSchema, rtpParameters)
      return { producerId: await peer.producers.produce({ kind, source, rtpParameters: parameters, paused }) }
    },

    async pauseProducer({ joined: { peer } }, { producerId }) {
      await peer.producers.pause(producerId)
      return {}
    },

    async resumeProducer({ joined: { peer } }, { producerId }) {
      await peer.producers.resume(producerId)
      return {}
    },

    async closeProducer({ joined: { peer } }, { producerId }) {
      peer.producers.close(producerId)
      return {}
    },

    async consume({ joined: { peer } }, { producerIds, rtpCapabilities }) {
      const capabilities = forBrowsers(compatible(rtpCapabilitiesSchema, rtpCapabilities))
      return peer.consumers.consume(producerIds, capabilities)
    },

    async pauseConsumers({ joined: { peer } }, { consumerIds }) {
      await peer.consumers.pause(consumerIds)
      return {}
    },

    async resumeConsumers({ joined: { peer } }, { consumerIds }) {
      await peer.consumers.resume(consumerIds)
      return {}
    },

    async setPreferredLayers({ joined: { peer } }, { consumerId, ...layers }) {
      await peer.consumers.setPreferredLayers(consumerId, layers)
      return {}
    },

    async reportLink({ joined: { peer } }, report) {
      return { availableBitrate: await peer.reportLink(report) }
    },

    async leave(session) {
      session.leave()
      return {}
    },
  }
}
