// Options on the command line; one that is unknown is answered with a sentence, not ignored.
import { Problem } from './problem.mjs'

/**
 * @template {string} Name
 * @param {string[]} args
 * @param {Record<Name, string>} known option name (without dashes) -> what it does
 * @returns {Record<Name, boolean>}
 */
export function parseOptions(args, known) {
  const names = /** @type {Name[]} */ (Object.keys(known))
  const unknown = args.find((arg) => !names.some((name) => arg === `--${name}`))
  if (unknown !== undefined)
    throw new Problem(
      `The option “${unknown}” is not known. There are: ${names.map((name) => `--${name}`).join(', ')}.`,
    )
  const given = names.map((name) => [name, args.includes(`--${name}`)])
  return Object.fromEntries(given)
}

/**
 * @param {string} command @param {string} purpose @param {Record<string, string>} known
 * @param {[string, string][]} variables
 */
export function helpText(command, purpose, known, variables) {
  const width = Math.max(...[...Object.keys(known), ...variables.map(([name]) => name)].map((name) => name.length)) + 4
  const row = (/** @type {string} */ name, /** @type {string} */ text) => `  ${name.padEnd(width)}${text}`
  return [
    `${command} [-- option ...]`,
    '',
    purpose,
    '',
    'Options',
    ...Object.entries(known).map(([name, text]) => row(`--${name}`, text)),
    '',
    'Environment (all of it: docs/configuration.md)',
    ...variables.map(([name, text]) => row(name, text)),
  ].join('\n')
}
