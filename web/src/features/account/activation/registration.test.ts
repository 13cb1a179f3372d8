import { accountRequestSchema } from '@hoi-truong/shared/account'
import { describe, expect, it, test } from 'vitest'
import { findInRegistration, requestOf } from './registration.ts'

const person = { memberNumber: 'mau 00024', name: 'Chu Thị Khởi Tạo', phone: '' }
const typed = { password: 'mau-giay-2026', again: 'mau-giay-2026' }

it('sends what the server takes', () => {
  expect(findInRegistration(person, typed)).toEqual({})
  const phones: [string, string | null][] = [
    ['', null],
    ['0912 345 678', '0912 345 678'],
    ['+84912345678', '+84912345678'],
    ['0912-345-678', '0912 345 678'],
    ['(024) 3825 1234', '024 3825 1234'],
  ]
  for (const [phone, sent] of phones) {
    expect(findInRegistration({ ...person, phone }, typed)).toEqual({})
    const request = requestOf({ ...person, phone }, typed)
    expect(request.phone).toBe(sent)
    expect(accountRequestSchema.safeParse(request).success).toBe(true)
  }
})

describe('findings', () => {
  it('names every empty field at once', () => {
    expect(
      Object.keys(findInRegistration({ memberNumber: ' ', name: '', phone: '' }, { password: '', again: '' })),
    ).toEqual(['memberNumber', 'name', 'password'])
  })

  test.each(['12', 'không có', '091234567890123456'])('%j is no telephone number', (phone) => {
    expect(findInRegistration({ ...person, phone }, typed)).toEqual({ phone: 'activation.phone_wrong' })
    expect(accountRequestSchema.safeParse(requestOf({ ...person, phone }, typed)).success).toBe(false)
  })

  it('finds a name that is too long', () => {
    expect(findInRegistration({ ...person, name: 'a'.repeat(121) }, typed)).toEqual({ name: 'activation.name_long' })
  })
})
