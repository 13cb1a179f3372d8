// A step may be skipped only when nothing it depends on has changed.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashOf, isStamped, stamp } from './stamp.mjs'

let folder: string
const write = (name: string, content: string): void => {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, content)
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'stamp-'))
  write('src/one.ts', '1')
  write('src/deep/two.ts', '2')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the hash of sources', () => {
  const hash = (...facts: string[]): string => hashOf([path.join(folder, 'src')], ...facts)

  it('stays when nothing changes', () => {
    expect(hash()).toBe(hash())
  })

  it('changes with content, name, a new file and a fact', () => {
    const hashes = [hash(), hash('fact'), hash('other fact'), hash('two', 'facts')]
    write('src/deep/two.ts', 'changed')
    hashes.push(hash())
    write('src/three.ts', '')
    hashes.push(hash())
    rmSync(path.join(folder, 'src/three.ts'))
    write('src/four.ts', '')
    hashes.push(hash())
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  it('does not look at what is made', () => {
    const before = hash()
    write('src/generated/client.ts', 'made')
    write('src/node_modules/package/index.js', 'made')
    expect(hash()).toBe(before)
  })

  it('tells a file that is missing from an empty one', () => {
    const file = path.join(folder, 'lock.json')
    const missing = hashOf([file])
    writeFileSync(file, '')
    expect(hashOf([file])).not.toBe(missing)
  })
})

describe('a stamp', () => {
  it('vouches for its product only as long as both are the same', () => {
    const product = path.join(folder, 'product')
    expect(isStamped(product, 'a')).toBe(false)
    stamp(product, 'a')
    expect(isStamped(product, 'a')).toBe(true)
    expect(isStamped(product, 'b')).toBe(false)
    rmSync(product, { recursive: true })
    expect(isStamped(product, 'a')).toBe(false)
  })
})
