// Which address is printed, announced and put into the certificate.
import { expect, test } from 'vitest'
import { Problem } from '../lib/problem.mjs'
import { chooseLanAddress, lanAddresses } from './addresses.mjs'

const own = ['172.17.0.1', '192.168.1.20', '10.8.0.3']

test('the one that the default route leaves by, the others are listed', () => {
  expect(chooseLanAddress({}, own, '192.168.1.20')).toEqual({
    address: '192.168.1.20',
    others: ['172.17.0.1', '10.8.0.3'],
    own: true,
  })
})

test('without a default route the first one: a hall may have a network and no Internet', () => {
  expect(chooseLanAddress({}, own).address).toBe('172.17.0.1')
})

test.each([{ LAN_ADDRESS: '10.8.0.3' }, { HOST: '10.8.0.3' }, { HOST: '192.168.1.20', LAN_ADDRESS: '10.8.0.3' }])(
  'the one that is asked for: %j',
  (env) => {
    expect(chooseLanAddress(env, own, '192.168.1.20').address).toBe('10.8.0.3')
  },
)

test.each(['0.0.0.0', '::'])('HOST %s asks for none', (HOST) => {
  expect(chooseLanAddress({ HOST }, own, '192.168.1.20').address).toBe('192.168.1.20')
})

test('one that something in front passes on is taken, and known as not our own', () => {
  expect(chooseLanAddress({ LAN_ADDRESS: '192.168.1.99' }, own)).toEqual({
    address: '192.168.1.99',
    others: own,
    own: false,
  })
})

test.each([
  [{ LAN_ADDRESS: 'hall.local' }, 'LAN_ADDRESS is “hall.local”'],
  [{ LAN_ADDRESS: '127.0.0.1' }, 'LAN_ADDRESS is “127.0.0.1”'],
  [{ LAN_ADDRESS: '0.0.0.0' }, 'LAN_ADDRESS is “0.0.0.0”'],
  [{ HOST: '127.0.0.1' }, 'HOST is “127.0.0.1”'],
  [{ HOST: 'localhost' }, 'HOST is “localhost”'],
])('what no phone could reach is refused: %j', (env, sentence) => {
  expect(() => chooseLanAddress(env, own)).toThrow(Problem)
  expect(() => chooseLanAddress(env, own)).toThrow(sentence)
})

test('a machine without a network gets a sentence', () => {
  expect(() => chooseLanAddress({}, [])).toThrow('Connect it to one by cable or Wi-Fi')
})

test('loopback, IPv6 and addresses that nobody gave out do not count', () => {
  const entry = (family: 'IPv4' | 'IPv6', address: string, internal = false) =>
    ({ family, address, internal, netmask: '', mac: '', cidr: null, scopeid: 0 }) as never
  expect(
    lanAddresses({
      lo: [entry('IPv4', '127.0.0.1', true), entry('IPv6', '::1', true)],
      eth0: [entry('IPv4', '192.168.1.20'), entry('IPv6', 'fe80::1')],
      wlan0: [entry('IPv4', '169.254.3.4')],
    }),
  ).toEqual(['192.168.1.20'])
})
