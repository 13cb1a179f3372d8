// Where the recorded speech lies, for browsers that take it as their microphone.
import path from 'node:path'

export const speechFile = path.join(import.meta.dirname, 'speech.wav')
