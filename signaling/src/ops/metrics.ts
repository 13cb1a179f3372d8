// Prometheus metrics of signaling. Nothing here has a member or a meeting as a label.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type Metrics = ReturnType<typeof createMetrics>

export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    commands: new Counter({
      name: 'signaling_commands_total',
      help: 'Commands by type and outcome (ok, repeat, or the error code)',
      labelNames: ['type', 'outcome'] as const,
      registers,
    }),
    batchSize: new Histogram({
      name: 'signaling_batch_commands',
      help: 'Commands decided together in one transaction',
      buckets: [1, 2, 5, 10, 20, 50, 100, 200],
      registers,
    }),
    batchSeconds: new Histogram({
      name: 'signaling_batch_seconds',
      help: 'Time of one batch from lock to commit',
      buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5],
      registers,
    }),
    requests: new Counter({
      name: 'signaling_socket_requests_total',
      help: 'Socket requests by name and outcome',
      labelNames: ['request', 'outcome'] as const,
      registers,
    }),
    connections: new Gauge({ name: 'signaling_connections', help: 'Sockets connected to this node', registers }),
    mediaNodes: new Gauge({ name: 'signaling_media_nodes', help: 'Media-servers on the control channel', registers }),
    signIns: new Counter({
      name: 'signaling_sign_ins_total',
      help: 'Sign-ins by outcome',
      labelNames: ['outcome'] as const,
      registers,
    }),
  }
}
