// Whatever the order in which pages load and the language changes, what is shown has words in the language that is spoken.
import { createInstance } from 'i18next'
import { beforeEach, expect, it } from 'vitest'
import { AreaLoader } from './areaLoader.ts'
import { missingKey } from './missingKey.ts'

const i18n = createInstance()
let loader: AreaLoader

beforeEach(async () => {
  await i18n.init({ lng: 'vi', fallbackLng: 'vi', resources: {}, keySeparator: false, nsSeparator: false })
  loader = new AreaLoader(i18n)
})

it('loads what is asked for, and nothing else', async () => {
  await loader.need(['record'])
  expect(i18n.t('record.name')).toBe('Họ và tên')
  expect(i18n.exists('room.entering')).toBe(false)
})

it('speaks English on all pages loaded so far and on those that come later', async () => {
  await loader.need(['record'])
  await loader.changeLanguage('en')
  expect(i18n.t('record.name')).toBe('Name')
  await loader.need(['room'])
  expect(i18n.t('room.entering')).toBe('Entering the room…')
  expect(i18n.getResource('vi', 'translation', 'room.entering')).toBeUndefined()
  await loader.changeLanguage('vi')
  expect(i18n.t('room.entering')).toBe('Đang vào phòng…')
})

it('has the words of a page in both languages when the language changes while the page loads', async () => {
  const page = loader.need(['record'])
  const change = loader.changeLanguage('en')
  await page
  expect(i18n.exists('record.name')).toBe(true)
  await change
  expect(i18n.t('record.name')).toBe('Name')
})

it('has the words of a page in both languages when the page begins while the language changes', async () => {
  await loader.need(['record'])
  const change = loader.changeLanguage('en')
  await Promise.all([change, loader.need(['room'])])
  expect(i18n.t('room.entering')).toBe('Entering the room…')
})

it('stays with the language that was chosen last', async () => {
  await loader.need(['record'])
  await Promise.all([loader.changeLanguage('en'), loader.changeLanguage('vi')])
  expect(i18n.language).toBe('vi')
})

it('is loud about a key without a sentence while a page is built, and shows a reader no key', async () => {
  await loader.need(['core'])
  expect(() => missingKey('room.entering', i18n, true)).toThrow('room.entering')
  expect(missingKey('room.entering', i18n, false)).toBe('')
  expect(missingKey('error.MEETING_CLOSED', i18n, false)).toBe(i18n.t('error.INTERNAL'))
})
