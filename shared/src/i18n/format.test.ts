// The forms of the sample meeting and of the official documents.
import { describe, expect, it } from 'vitest'
import {
  formatClock,
  formatCount,
  formatDateTime,
  formatDuration,
  formatElapsed,
  formatMonth,
  formatRate,
  formatTime,
} from './format.ts'

describe('times', () => {
  it('writes the hour of Viet Nam in words, wherever the device is', () => {
    expect(formatDateTime('2026-11-03T12:30:00.000Z', 'vi')).toBe('19 giờ 30 phút, ngày 03/11/2026')
    expect(formatDateTime('2026-11-03T12:30:00.000Z', 'en')).toBe('19:30, 03/11/2026')
    expect(formatTime('2026-11-03T17:05:00.000Z', 'vi')).toBe('00 giờ 05 phút')
    expect(formatClock('2026-11-03T12:30:09.999Z')).toBe('19:30:09')
    expect(formatMonth('2026-11')).toBe('11/2026')
  })

  it('writes durations in words and clocks in digits', () => {
    expect(formatDuration(100 * 60_000, 'vi')).toBe('1 giờ 40 phút')
    expect(formatDuration(120 * 60_000, 'vi')).toBe('2 giờ')
    expect(formatDuration(59_999, 'vi')).toBe('59 giây')
    expect(formatDuration(-1, 'vi')).toBe('0 giây')
    expect(formatElapsed(3_909_000)).toBe('1:05:09')
    expect(formatElapsed(309_999)).toBe('05:09')
  })
})

describe('numbers', () => {
  it('writes rates with two decimals and a comma', () => {
    expect(formatRate(8636, 'vi')).toBe('86,36%')
    expect(formatRate(10_000, 'vi')).toBe('100,00%')
    expect(formatRate(8605, 'en')).toBe('86.05%')
  })

  it('groups thousands by a point', () => {
    expect(formatCount(3745, 'vi')).toBe('3.745')
    expect(formatCount(240_000, 'en')).toBe('240,000')
    expect(formatCount(25, 'vi')).toBe('25')
  })
})
