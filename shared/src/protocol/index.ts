// The wire between the browser and signaling: socket.io requests and the HTTP API's shapes.
export * from './gateway.ts'
export * from './http.ts'
