// apt knows two ways to write down where packages come from; the places of sources follow from both.
import { expect, it } from 'vitest'
import { fromDeb822 } from './srtpSources.mjs'

it('asks the places of packages for sources', () => {
  const text = `# a comment
Types: deb
URIs: http://one.example/debian http://two.example/debian
Suites: bookworm bookworm-updates
Components: main contrib
Signed-By: /usr/share/keyrings/archive.gpg

Types: deb
Enabled: no
URIs: http://off.example/debian
Suites: bookworm
Components: main

Types: deb deb-src
URIs: http://three.example/debian
Suites: bookworm
Components: main
`
  const key = '[signed-by=/usr/share/keyrings/archive.gpg]'
  expect(fromDeb822(text).split('\n')).toEqual([
    `deb-src ${key} http://one.example/debian bookworm main contrib`,
    `deb-src ${key} http://one.example/debian bookworm-updates main contrib`,
    `deb-src ${key} http://two.example/debian bookworm main contrib`,
    `deb-src ${key} http://two.example/debian bookworm-updates main contrib`,
    'deb-src http://three.example/debian bookworm main',
  ])
})
