// Puts signaling together: one pipeline, its listeners, the HTTP API, the browsers' gateway and the media-servers' control channel.

import { AccessTokens } from './account/accessToken.ts'
import { branchAccountRoutes } from './account/branchRoutes.ts'
import { KnownDevices } from './account/knownDevice.ts'
import { OneTimeCodes } from './account/oneTimeCodes.ts'
import { ownRoutes } from './account/ownRoutes.ts'
import { endsSessions } from './account/projection.ts'
import { accountRoutes } from './account/routes.ts'
import { Sessions } from './account/sessions.ts'
import { SessionWatch } from './account/sessionWatch.ts'
import { createSignedIn, createSignedInSession } from './account/signedIn.ts'
import { SignInLimits } from './account/signInLimits.ts'
import { Presence } from './attendance/presence.ts'
import { SiteCodes } from './attendance/SiteCodes.ts'
import { commentRoutes } from './comment/routes.ts'
import type { Config } from './config.ts'
import { connectDatabase, type Database, isUnreachable } from './database/client.ts'
import { openDocuments } from './document/openDocuments.ts'
import { documentRoutes } from './document/routes.ts'
import { ShownPages } from './document/ShownPages.ts'
import { HeardSpeeches } from './floor/HeardSpeeches.ts'
import { fanOut, isFollowed, pauseAfter, screensOf, viewRoomsOf } from './gateway/fanOut.ts'
import { Gateway } from './gateway/gateway.ts'
import { closeGatewayServer, createGatewayServer } from './gateway/gatewayServer.ts'
import { PacedPublication } from './gateway/pacedPublication.ts'
import { reseat } from './gateway/reseat.ts'
import { createApp } from './http/app.ts'
import { authorityRoute } from './http/authority.ts'
import { operationRoutes } from './http/operations.ts'
import { readTlsFiles } from './http/tls.ts'
import { serveWebFiles } from './http/webFiles.ts'
import type { CommandPipeline } from './log/commandPipeline.ts'
import { commandRoute } from './log/commandRoute.ts'
import { openLog } from './log/openLog.ts'
import { passOn } from './log/passOn.ts'
import { readNow } from './log/queries.ts'
import { asMeeting, type StreamCache } from './log/streamCache.ts'
import { connectionTestRoutes } from './media/connectionTestRoutes.ts'
import { ControlChannel } from './media/controlChannel.ts'
import { MediaNodes } from './media/mediaNodes.ts'
import { RoomGrants } from './media/roomGrants.ts'
import { refreshRolls } from './meeting/freshRolls.ts'
import { preparationRoutes } from './meeting/preparationRoutes.ts'
import { meetingRoutes } from './meeting/routes.ts'
import { monitoringRoutes } from './monitoring/routes.ts'
import { Watching } from './monitoring/Watching.ts'
import { createLog } from './ops/logger.ts'
import { createMetrics } from './ops/metrics.ts'
import { RequestLimits } from './ops/requestLimits.ts'
import { acceptsImport, ImportDesk } from './organization/import/ImportDesk.ts'
import { importRoutes } from './organization/import/routes.ts'
import { organizationRoutes } from './organization/routes.ts'
import { ballotBox, keyPairs, preparesBox } from './voting/secret/ballotBox.ts'
import { ballotRoute } from './voting/secret/ballotRoute.ts'
import { SecretPolls } from './voting/secret/SecretPolls.ts'
import { PollStandings } from './voting/standing/PollStandings.ts'

export interface SignalingServer {
  /** Where it listens, for example http://127.0.0.1:4000. */
  url: string
  /** Every HTTP route: method and path. */
  routes: readonly string[]
  database: Database
  pipeline: CommandPipeline
  cache: StreamCache
  stop: () => Promise<void>
}

export async function startSignaling(config: Config): Promise<SignalingServer> {
  const log = createLog(config.LOG_LEVEL)
  const metrics = createMetrics()
  const database = connectDatabase(config.DATABASE_APP_URL)
  const nodeId = config.SIGNALING_NODE_ID
  const timing = { graceSeconds: config.ATTENDANCE_GRACE_SECONDS, renewSeconds: config.PRESENCE_RENEW_SECONDS }

  const siteCodes = new SiteCodes(config.GRANT_SECRET, config.SITE_CODE_TRIES)
  const { cache, publisher, registry, pipeline } = openLog(database, timing, metrics, log, siteCodes)
  const presence = new Presence({ database, pipeline, timing, log: log('presence') })
  const limits = new RequestLimits({ burst: config.MEMBER_BURST, perSecond: config.MEMBER_REQUESTS_PER_SECOND })
  const routes: string[] = []
  const documents = await openDocuments(config, database, log('document'))

  const app = await createApp({
    log: log('http'),
    trustProxy: config.TRUST_PROXY,
    // An own authority is for a local network, where the same names may be served without HTTPS tomorrow.
    secure: config.SECURE_COOKIES && !config.CA_CERT_FILE,
    tls: readTlsFiles(config),
    onRoute: (method, path) => routes.push(`${method} ${path}`),
  })
  const io = createGatewayServer(app.server, timing.renewSeconds)
  const tokens = new AccessTokens(config.ACCESS_TOKEN_SECRET, config.ACCESS_TOKEN_SECONDS)
  const sessions = new Sessions(database, {
    days: config.REFRESH_DAYS,
    leewaySeconds: config.REFRESH_LEEWAY_SECONDS,
    secret: config.ACCESS_TOKEN_SECRET,
    onEnd: (sessionId, code) => gateway.endSession(sessionId, code),
  })
  const heardSpeeches = new HeardSpeeches({
    read: async (meetingId) => asMeeting(await cache.read(database, meetingId)).state.everyone,
    readNow: () => readNow(database),
    submit: (submission) => pipeline.submit(submission),
    log: log('media'),
  })
  const nodes = new MediaNodes()
  const grants = new RoomGrants({
    database,
    cache,
    nodes,
    secret: config.GRANT_SECRET,
    nodeAbsenceSeconds: config.MEDIA_NODE_ABSENCE_SECONDS,
  })
  const control = new ControlChannel(io, {
    database,
    cache,
    nodes,
    grants,
    metrics,
    log,
    secret: config.CONTROL_SECRET,
    onSpeakers: (meetingId, memberIds) => {
      gateway.tellSpeakers(meetingId, memberIds)
      void heardSpeeches.note(meetingId, memberIds)
    },
  })
  const watching = new Watching(io, database, log('gateway'))
  const shownPages = new ShownPages(database, cache)
  const pollStandings = new PollStandings({
    database,
    cache,
    screens: (meetingId) => screensOf(io, meetingId),
    send: (streamId, progress) => io.to(viewRoomsOf(streamId)).emit('pollProgress', { streamId, progress }),
    onError: (error) => {
      if (!isUnreachable(error)) log('gateway').error({ err: error }, 'where a poll stands could not be told')
    },
  })
  const secretPolls = new SecretPolls({
    database,
    cache,
    box: ballotBox,
    onTaken: (meetingId) => pollStandings.note(meetingId),
  })
  const gateway = new Gateway(io, {
    database,
    cache,
    pipeline,
    registry,
    tokens,
    sessions,
    presence,
    grants,
    siteCodes,
    watching,
    shownPages,
    pollStandings,
    secretPolls,
    limits,
    metrics,
    log,
    nodeId,
  })
  const sessionWatch = new SessionWatch({
    sessions,
    seconds: config.SESSION_CHECK_SECONDS,
    open: () => gateway.openSessions(),
    end: (sessionId, code) => gateway.endSession(sessionId, code),
    log: log('account'),
  })
  const publication = new PacedPublication({
    // A socket gets its new view before the entries that change it: who is shown out does not get them.
    send: (batch) => {
      reseat(io, database, batch)
      fanOut(io, batch)
    },
    pauseMs: (streamId) => pauseAfter(io, streamId),
    onError: (error) => log('gateway').error({ err: error }, 'a committed batch could not be sent'),
  })
  publisher.subscribe((batch) => void refreshRolls({ database, pipeline, log: log('command') }, batch))
  publisher.subscribe((batch) => publication.take(batch))
  publisher.subscribe((batch) => control.follow(batch))
  publisher.subscribe((batch) => heardSpeeches.follow(batch))
  publisher.subscribe(({ entries }) => {
    if (entries.some(endsSessions)) sessionWatch.lookNow()
  })
  publisher.subscribe((batch) => watching.take(batch))
  publisher.subscribe((batch) => shownPages.take(batch))
  publisher.subscribe((batch) => pollStandings.take(batch))
  publisher.subscribe(({ entries }) => {
    if (entries.some(preparesBox)) keyPairs.prepare()
  })
  publisher.subscribeBeside((snapshot, changed) => pollStandings.takeBeside(snapshot, changed))

  const inSession = createSignedInSession(tokens, sessions, limits)
  const signedIn = createSignedIn(inSession)
  const signInLimits = (purpose?: string) =>
    new SignInLimits(
      database,
      {
        tries: config.SIGN_IN_TRIES,
        triesPerAddress: config.SIGN_IN_TRIES_PER_ADDRESS,
        blockSeconds: config.SIGN_IN_BLOCK_SECONDS,
      },
      purpose,
    )
  const signInTries = signInLimits()
  const byAddress = { burst: config.ADDRESS_BURST, perSecond: config.ADDRESS_REQUESTS_PER_SECOND }
  const codes = new OneTimeCodes(config.ACCESS_TOKEN_SECRET)
  accountRoutes(app, {
    database,
    tokens,
    metrics,
    sessions,
    codes,
    addressLimits: new RequestLimits(byAddress),
    limits: signInTries,
    activationLimits: signInLimits('activate'),
    requestLimits: signInLimits('account-request'),
    requestDays: config.ACCOUNT_REQUEST_DAYS,
    devices: new KnownDevices(config.ACCESS_TOKEN_SECRET),
    refreshDays: config.REFRESH_DAYS,
    secureCookies: config.SECURE_COOKIES,
  })
  ownRoutes(app, { database, sessions, limits: signInTries, signedIn, inSession })
  branchAccountRoutes(app, { database, pipeline, codes, signedIn, nodeId, codeDays: config.ACCOUNT_CODE_DAYS })
  meetingRoutes(app, { database, cache, signedIn })
  commentRoutes(app, { database, cache, signedIn })
  ballotRoute(app, secretPolls, new RequestLimits(byAddress))
  preparationRoutes(app, { database, cache, signedIn })
  commandRoute(app, { signedIn, registry, pipeline, nodeId })
  await documentRoutes(app, { ...documents, database, cache, pipeline, signedIn, nodeId })
  organizationRoutes(app, { database, signedIn })
  const imports = new ImportDesk({
    database,
    databaseUrl: config.DATABASE_APP_URL,
    nodeId,
    logLevel: config.LOG_LEVEL,
    log: log('command'),
    passOn: (appended) =>
      passOn({ database, cache, publisher, isFollowed: (streamId) => isFollowed(io, streamId) }, appended),
  })
  publisher.subscribe(({ entries }) => {
    if (entries.some(acceptsImport)) imports.wake()
  })
  await importRoutes(app, {
    database,
    signedIn,
    megabytes: config.IMPORT_MAX_MB,
    onUploaded: () => imports.wake(),
  })
  monitoringRoutes(app, { database, signedIn })
  await connectionTestRoutes(app, { signedIn, nodes, secret: config.GRANT_SECRET })
  operationRoutes(app, database, metrics)
  if (config.CA_CERT_FILE) authorityRoute(app, config.CA_CERT_FILE)
  await serveWebFiles(app, config.WEB_DIST)

  await presence.start()
  heardSpeeches.start()
  sessionWatch.start()
  imports.start()
  const url = await app.listen({ port: config.PORT, host: config.HOST })
  log('start').info({ url, nodeId }, 'signaling is up')

  return {
    url,
    routes,
    database,
    pipeline,
    cache,
    stop: async () => {
      publication.end()
      pollStandings.end()
      control.stop()
      watching.end()
      await closeGatewayServer(io, app.server)
      await app.close()
      await heardSpeeches.stop()
      await documents.stop()
      await imports.stop()
      await sessionWatch.stop()
      await presence.stop()
      await database.$disconnect()
    },
  }
}
