// Where the certificates lie. Needs no packages: `npm start` plans before it has installed any.
import path from 'node:path'

/** @param {string} folder */
export const authorityFiles = (folder) => ({
  certificate: path.join(folder, 'ca.crt'),
  key: path.join(folder, 'ca.key'),
})

/** @param {string} folder */
export const certificateFiles = (folder) => ({
  certificate: path.join(folder, 'server.crt'),
  key: path.join(folder, 'server.key'),
})
