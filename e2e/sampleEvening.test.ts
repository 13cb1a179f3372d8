// The sample meeting through the interface: its people prepare, announce, answer, open, call and close it in real browsers, at the
// sample's own days and times; the screens end with exactly the sample's figures (DOMAIN 8).
import type { Browser } from '@playwright/test'
import { type TestClock, takeClock } from '../scripts/testing/clock.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'
import { atSite, nameOf, numberOf, sample } from './support/sample.ts'
import { type RunningSystem, startSystem } from './support/system.ts'

const DAY = '2026-11-03'
const parts = { mo_dau: 'opening', tien_hanh: 'proceeding', ket_thuc: 'closing' } as const
/** On the order of business by what it is about; the rules bar only the admission from being done online. */
const kinds: Record<number, string> = { 2: 'rollCall', 8: 'admission' }

async function prepares(secretary: Person): Promise<string> {
  const { sinh_hoat: meeting } = sample
  await secretary.byId('prepare-meeting').click()
  await expect(secretary.byId('prepare-day')).not.toHaveValue('')
  await secretary.byId('prepare-day').fill(DAY)
  await secretary.byId('prepare-start').fill('19:30')
  await secretary.byId('prepare-end').fill('21:10')
  await secretary.byId('prepare-form').selectOption('hybrid')
  await secretary.byId('prepare-place').fill(meeting.dia_diem)
  await secretary.byId('prepare-approval-number').fill(meeting.van_ban_dong_y_truc_tuyen.so)
  await secretary.byId('prepare-approval-date').fill(meeting.van_ban_dong_y_truc_tuyen.ngay)
  await secretary.byId('prepare-approval-authority').fill(meeting.van_ban_dong_y_truc_tuyen.co_quan)
  await secretary.byId('prepare-minutes-secretary').selectOption({ label: nameOf('dv14') })
  await secretary.byId('site-name').first().fill(meeting.dia_diem)
  await secretary
    .byId('site-operator')
    .first()
    .selectOption({ label: nameOf('dv14') })

  const rows = secretary.byId('agenda-row')
  for (let left = await rows.count(); left > 0; left -= 1) {
    await rows.first().getByTestId('agenda-edit').click()
    await secretary.byId('agenda-item-remove').click()
    await expect(rows).toHaveCount(left - 1)
  }
  for (const item of meeting.chuong_trinh) {
    await secretary.byId(`agenda-add-${parts[item.buoc]}`).click()
    await secretary.byId('agenda-item-title').fill(item.noi_dung)
    await secretary.byId('agenda-item-presenter').selectOption({ label: nameOf(item.phu_trach) })
    await secretary.byId('agenda-item-minutes').fill(String(item.phut))
    const kind = kinds[item.tt]
    if (kind) await secretary.byId('agenda-item-kind').selectOption(kind)
  }
  await expect(rows).toHaveCount(10)
  await expect(secretary.page.locator('[data-testid=prepare-missing]')).toHaveCount(0)
  await secretary.byId('prepare-announce').click()
  await secretary.byId('announce-confirm').click()
  await expect(secretary.byId('prepare-done')).toBeVisible()
  return new URL(secretary.page.url()).pathname.split('/')[2] ?? ''
}

const cardOf = (person: Person, meetingId: string) =>
  person.page.locator(`[data-testid=meeting-card][data-meeting-id="${meetingId}"]`)

/** On a phone, in the days before. */
async function reportsAbsence(browser: Browser, system: RunningSystem, id: string, meetingId: string, reason: string) {
  await withPeople([await Person.arrive(browser, system, { phone: true })], async (member) => {
    await member.signIn(numberOf(id))
    const card = cardOf(member, meetingId)
    await card.getByTestId('report-absence').click()
    await member.byId('absence-reason').fill(reason)
    await member.byId('absence-submit').click()
    await expect(card.getByTestId('answer')).toHaveAttribute('data-answer', 'absencePending')
  })
}

/** Everybody's page knows the new time. */
async function at(clock: TestClock, time: string, ...people: Person[]): Promise<void> {
  await clock.goTo(DAY, time)
  await Promise.all(people.map((person) => person.page.reload()))
}

test('the sample meeting, from its preparation to its figures', async ({ browser }) => {
  test.setTimeout(360_000)
  const system = await startSystem()
  const clock = await takeClock(system.databaseOwnerUrl)
  try {
    const [secretary, minutes] = [await Person.arrive(browser, system), await Person.arrive(browser, system)]
    const phones = await Promise.all(
      ['dv25', 'dv16', 'dv17', 'dv22'].map(() => Person.arrive(browser, system, { phone: true })),
    )
    await withPeople<Person[]>([secretary, minutes, ...phones], async () => {
      await clock.goTo('2026-10-30', '21:00')
      await secretary.signIn(numberOf('dv01'))
      const meetingId = await prepares(secretary)

      await test.step('the days before: documents, answers, reasons and what the committee says to them', async () => {
        await clock.goTo('2026-11-01', '20:00')
        await secretary.page.reload()
        await secretary.byId('prepare-documents-now').click()
        await secretary.byId('prepare-update').click()
        await expect(secretary.byId('prepare-done')).toBeVisible()
        await clock.goTo('2026-11-02', '18:40')
        await reportsAbsence(browser, system, 'dv18', meetingId, 'Điều trị bệnh tại bệnh viện')
        await reportsAbsence(browser, system, 'dv19', meetingId, 'Trực ca tại đơn vị')
        await withPeople([await Person.arrive(browser, system)], async (deputy) => {
          await deputy.signIn(numberOf('dv02'))
          await cardOf(deputy, meetingId).getByTestId('meeting-notice').click()
          const accept = deputy.byId('absence-accept')
          await expect(accept).toHaveCount(2)
          for (const button of await accept.all()) {
            await button.click()
            await expect(button).toHaveAttribute('aria-pressed', 'true')
          }
        })
      })

      await test.step('19 giờ 22: the minutes secretary ticks those who are at the site, the chair enters', async () => {
        await clock.goTo(DAY, '19:22')
        await minutes.signIn(numberOf('dv14'))
        await cardOf(minutes, meetingId).getByTestId('meeting-site').click()
        for (const { id, time } of atSite) if (time < '19:30') await tick(minutes, id)
        await expect(minutes.byId('site-count')).toHaveText('15')
        await secretary.page.goto(system.url)
        await secretary.enterMeeting(meetingId, 'device-join-listen')
        await expect(secretary.byId('companion')).toBeVisible()
      })

      const join = async (place: number, id: string) => {
        const phone = phones[place] as Person
        await phone.signIn(numberOf(id))
        await phone.enterMeeting(meetingId, 'device-join-voice-only')
      }
      await test.step('19 giờ 27 to 19 giờ 35: four come from afar, the chair opens and confirms', async () => {
        await clock.goTo(DAY, '19:27')
        await join(0, 'dv25')
        await join(1, 'dv16')
        await at(clock, '19:30', secretary)
        await secretary.isConnected()
        await secretary.byId('meeting-open').click()
        await expect(secretary.byId('meeting-status')).toHaveAttribute('data-status', 'open')
        await clock.goTo(DAY, '19:31')
        await join(2, 'dv17')
        await clock.goTo(DAY, '19:35')
        await join(3, 'dv22')
        await secretary.page.reload()
        await secretary.isConnected()
        await secretary.byId('agenda-next').click()
        await secretary.byId('quorum-confirm').click()
        await expect(secretary.byId('quorum-confirmed')).toContainText('17/21')
      })

      await test.step('19 giờ 52: one comes late', async () => {
        await at(clock, '19:52', minutes)
        await tick(minutes, 'dv07')
        await expect(minutes.byId('site-count')).toHaveText('16')
      })

      await test.step('through the order of business to the closing at 21 giờ 10', async () => {
        await at(clock, '21:10', secretary)
        await secretary.isConnected()
        for (let item = 2; item <= 10; item += 1) {
          const next = await secretary.byId('agenda-next-item').getAttribute('data-item-id')
          await secretary.byId('agenda-next').click()
          await expect(secretary.byId('agenda-now')).toHaveAttribute('data-item-id', next ?? '')
        }
        await secretary.byId('people-toggle').click()
        await hasTheFigures(secretary)
        await secretary.byId('meeting-close').click()
        await expect(secretary.byId('meeting-close-too-short')).toHaveCount(0)
        await secretary.byId('meeting-close-confirm').click()
        await expect(secretary.byId('meeting-ended')).toBeVisible()
      })

      await secretary.byId('meeting-record').click()
      await expect(secretary.byId('record-chain')).toHaveAttribute('data-chain', 'intact')
      const record = secretary.byId('record')
      for (const words of ['86,36%', '23 chính thức', '= 21', '18/21']) await expect(record).toContainText(words)
      const lines = (mark: string) => record.locator(`[data-testid=record-row][data-mark="${mark}"]`)
      await expect(lines('presentInPerson')).toHaveCount(sample.sinh_hoat.tong_hop_diem_danh.truc_tiep ?? 0)
      // Three who are expected, and the exempt member who came of his own will.
      await expect(lines('presentOnline')).toHaveCount(4)
      await expect(lines('excused')).toHaveCount(sample.sinh_hoat.tong_hop_diem_danh.vang_co_ly_do ?? 0)
      await expect(lines('unexcused')).toHaveText(new RegExp(nameOf('dv20')))
      await expect(record.locator('[data-testid=record-row][data-late=true]')).toHaveText(new RegExp(nameOf('dv07')))
    })
  } finally {
    await clock.stop()
    await system.stop()
  }
})

async function tick(minutes: Person, id: string): Promise<void> {
  const person = minutes.page.locator('[data-testid=site-person]', { hasText: nameOf(id) })
  await person.click()
  await expect(person).toHaveAttribute('data-here', 'true')
}

async function hasTheFigures(person: Person): Promise<void> {
  const { co_mat, phai_du, truc_tiep, truc_tuyen, chinh_thuc_co_mat, mau_so_bieu_quyet } =
    sample.sinh_hoat.tong_hop_diem_danh
  const list = person.byId('people-list')
  await expect(list.getByTestId('count-present')).toHaveText(String(co_mat))
  await expect(list.getByTestId('count-expected')).toHaveText(String(phai_du))
  await expect(list.getByTestId('count-rate')).toHaveText('86,36%')
  await expect(list.getByTestId('count-where')).toContainText(String(truc_tiep))
  await expect(list.getByTestId('count-where')).toContainText(String(truc_tuyen))
  await expect(list.getByTestId('base-sum')).toHaveText(/^23 chính thức − 1 .* − 1 .* = 21$/)
  await expect(list.getByTestId('quorum-figures')).toHaveText(`${chinh_thuc_co_mat}/${mau_so_bieu_quyet}`)
  await expect(list.locator('[data-testid=person-row][data-late=true]')).toHaveText(new RegExp(nameOf('dv07')))
}
