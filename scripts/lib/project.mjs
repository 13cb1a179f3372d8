// Where things lie. Everything that the scripts write is in `.data/`, beside what it vouches for, or in a cache named here.
import { homedir } from 'node:os'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')

/** @param {...string} parts */
export const inProject = (...parts) => path.join(root, ...parts)

/** Database, secrets, chosen ports and logs of this copy of the project. */
export const dataFolder = inProject('.data')

/** Kept between clones: it takes minutes to make. */
export const cacheFolder = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'hoi-truong')

/**
 * For the tools that build and check: they keep caches and settings in the home and the temporary folder of whoever runs
 * them, where nobody would look for what this project left behind.
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment() {
  const folder = inProject('node_modules/.cache')
  return {
    ...process.env,
    XDG_CACHE_HOME: folder,
    XDG_CONFIG_HOME: path.join(folder, 'config'),
    NODE_COMPILE_CACHE: path.join(folder, 'compiled'),
    PWTEST_CACHE_DIR: path.join(folder, 'playwright'),
    JITI_FS_CACHE: 'false',
    // Their words are shown indented under a step, to people and to log files.
    NO_COLOR: '1',
    FORCE_COLOR: undefined,
  }
}
