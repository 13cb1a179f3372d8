// The mark of a known device is good for its account only, and nobody else can make one.
import { expect, test } from 'vitest'
import { KnownDevices } from './knownDevice.ts'

const devices = new KnownDevices('a-secret-of-the-right-length')

test('a device is known to the account that it signed in to, and each device by its own id', () => {
  const mark = devices.mark('MAU-00001')
  const id = devices.recognise(mark, 'MAU-00001')
  expect(id).toMatch(/^[0-9a-f-]{36}$/)
  expect(devices.recognise(mark, 'MAU-00002')).toBeNull()
  expect(devices.recognise(devices.mark('MAU-00001'), 'MAU-00001')).not.toBe(id)
})

test.each([
  undefined,
  '',
  '.',
  'x',
  'x.y',
  `${devices.mark('MAU-00001')}x`,
  new KnownDevices('another').mark('MAU-00001'),
])('the mark %j is nobody’s', (mark) => {
  expect(devices.recognise(mark, 'MAU-00001')).toBeNull()
})
