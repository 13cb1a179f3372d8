// The steps on this browser and its network.
import { isSmallScreen } from '../devices/smallScreen.ts'
import { localDevices } from '../hooks/useLocalDevices.ts'
import { createDevice } from '../session/createDevice.ts'
import { openMediaWire } from '../session/mediaWire.ts'
import { askGrant, download, tryGateway, upload } from './api.ts'
import type { Probe } from './connectionTest.ts'
import { probeBandwidth } from './probes/bandwidth.ts'
import { type DeviceProbeDeps, probeCamera, probeMicrophone } from './probes/devices.ts'
import { type MediaWayDeps, probeMediaWay } from './probes/mediaWay.ts'
import { hears, sees } from './probes/senses.ts'
import { probeServer } from './probes/server.ts'
import { silence } from './probes/silence.ts'
import type { StepId } from './steps.ts'

const now = () => performance.now()

export function realProbes(): Record<StepId, Probe> {
  const media: MediaWayDeps = { grant: askGrant, open: openMediaWire, createDevice, silence }
  const devices: DeviceProbeDeps = {
    media: navigator.mediaDevices as MediaDevices | undefined,
    permission: (name) =>
      navigator.permissions?.query({ name: name as PermissionName }).then(
        ({ state }) => state,
        () => undefined,
      ) ?? Promise.resolve(undefined),
    constraints: (kind) => {
      const { cameraId, microphoneId } = localDevices.store.getState()
      const [width, height] = isSmallScreen() ? [640, 480] : [1280, 720]
      const chosen = kind === 'camera' ? cameraId : microphoneId
      const deviceId = chosen === null ? {} : { deviceId: { ideal: chosen } }
      if (kind === 'camera') return { video: { width: { ideal: width }, height: { ideal: height }, ...deviceId } }
      return { audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, ...deviceId } }
    },
    hears,
    sees,
  }
  return {
    server: probeServer({ ask: (signal) => download(1, signal), connect: tryGateway, now }),
    udp: probeMediaWay('udp', media),
    tcp: probeMediaWay('tcp', media),
    turn: probeMediaWay('turn', media),
    microphone: probeMicrophone(devices),
    camera: probeCamera(devices),
    bandwidth: probeBandwidth({ download, upload, now }),
  }
}
