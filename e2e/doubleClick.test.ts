// Hands that click twice: entering, opening and closing each take effect once, and nothing beneath the second click is pressed.
import { MemberApi } from './support/api.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'

test('a double click on each button of the chair counts as one', async ({ browser, system }) => {
  const chairApi = await MemberApi.signIn(system, 'MAU-00001')
  const meetingId = await chairApi.schedule()
  await withPeople([await Person.arrive(browser, system)], async (chair) => {
    await chair.signIn('MAU-00001')
    const card = chair.page.locator(`[data-testid=meeting-card][data-meeting-id="${meetingId}"]`)
    await chair.doubleClick(card.getByTestId('meeting-join'))
    await chair.doubleClick(chair.byId('device-join'))
    await chair.isConnected()
    await expect(chair.byId('mute-toggle')).toHaveAttribute('data-muted', 'false')
    await expect(chair.byId('camera-toggle')).toHaveAttribute('data-camera', 'true')

    await chair.doubleClick(chair.byId('meeting-open'))
    await expect(chair.byId('meeting-close')).toBeVisible()
    await expect(chair.byId('meeting-close-confirm')).toHaveCount(0)
    await expect(chair.byId('agenda-now')).toHaveAttribute('data-item-id', '')
    await expect(chair.byId('agenda-next')).toHaveAttribute('data-item-id', /./)
    const next = await chair.byId('agenda-next').getAttribute('data-item-id')
    await chair.doubleClick(chair.byId('agenda-next'))
    await expect(chair.byId('agenda-now')).toHaveAttribute('data-item-id', next ?? '')
    await chair.doubleClick(chair.byId('meeting-close'))
    await expect(chair.byId('meeting-close-cancel')).toBeVisible()
    await chair.doubleClick(chair.byId('meeting-close-confirm'))
    await expect(chair.byId('meeting-ended')).toBeVisible()
    // How long the chair was heard is no click.
    const clicked = (await chairApi.eventTypes(meetingId)).filter((type) => type !== 'floor.speechHeard')
    expect(clicked).toEqual([
      'meeting.drafted',
      'meeting.announced',
      'attendance.intervalStarted',
      'meeting.opened',
      'agenda.itemStarted',
      'meeting.closed',
    ])
  })
})
