// The wire between the browser and signaling: socket.io requests and the HTTP API's shapes; and the gate that all requests pass.
export * from './gateway.ts'
export * from './http.ts'
export * from './requestGate.ts'
