// A configuration that cannot be used; the message is a sentence for the person who starts the server.

export class ConfigError extends Error {
  override name = 'ConfigError'
}
