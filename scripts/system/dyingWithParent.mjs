// Children end with the process that started them, even when that is killed with -9: the kernel signals them.
import { findProgram } from '../lib/command.mjs'

/**
 * @param {NodeJS.Signals} signal which ends the program in good order
 * @param {[string, ...string[]]} command
 * @returns {[string, ...string[]]}
 */
export function dyingWithParent(signal, command) {
  const setpriv = findProgram('setpriv')
  return setpriv ? [setpriv, '--pdeathsig', signal.replace('SIG', ''), ...command] : command
}
