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
