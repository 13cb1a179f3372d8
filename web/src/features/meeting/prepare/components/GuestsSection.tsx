// Đại biểu: by name, or by the number on their card when they are to enter the room with an own device.
import { memberNumberSchema } from '@hoi-truong/shared/organization'
import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash, IconUserSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import { newId } from '../../../../lib/newId.ts'
import { problemOf, sentenceKeyOf } from '../../../../lib/problem.ts'
import { PlainButton } from '../../../../ui/PlainButton.tsx'
import { findGuest } from '../api/preparation.ts'
import { fieldOf, type GuestRow } from '../planForm.ts'
import type { FormSectionProps } from './formSection.ts'
import classes from './Prepare.module.css'
import { Section } from './Section.tsx'

export function GuestsSection(props: FormSectionProps) {
  const { t } = useWords()
  const { form, change } = props
  const changeGuest = (guestId: string, to: Partial<GuestRow>) =>
    change({ guests: form.guests.map((guest) => (guest.guestId === guestId ? { ...guest, ...to } : guest)) })
  return (
    <Section id="prepare-guests" title={t('prepare.section_guests')} lead={t('prepare.guests_lead')}>
      {form.guests.map((guest, index) => (
        <div key={guest.guestId} className={classes.person} data-testid="guest-row">
          <TextInput
            id={fieldOf.guest(guest.guestId)}
            size="md"
            label={t('prepare.guest_name', { number: index + 1 })}
            description={guest.memberId ? t('prepare.guest_account') : undefined}
            maxLength={120}
            value={guest.name}
            onChange={(event) => changeGuest(guest.guestId, { name: event.currentTarget.value })}
            data-testid="guest-name"
          />
          <TextInput
            size="md"
            label={t('prepare.guest_title')}
            maxLength={120}
            value={guest.title}
            onChange={(event) => changeGuest(guest.guestId, { title: event.currentTarget.value })}
            data-testid="guest-title"
          />
          <PlainButton
            onClick={() => change({ guests: form.guests.filter(({ guestId }) => guestId !== guest.guestId) })}
            data-testid="guest-remove"
          >
            <IconTrash aria-hidden />
            {t('prepare.guest_remove', { number: index + 1 })}
          </PlainButton>
        </div>
      ))}
      <Button
        variant="subtle"
        size="md"
        className={classes.add}
        leftSection={<IconPlus aria-hidden />}
        onClick={() => change({ guests: [...form.guests, { guestId: newId(), memberId: null, name: '', title: '' }] })}
        data-testid="guest-add"
      >
        {t('prepare.guest_add')}
      </Button>
      <GuestByNumber {...props} />
    </Section>
  )
}

function GuestByNumber({ form, change, preparation }: FormSectionProps) {
  const { t } = useWords()
  const [number, setNumber] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const find = async () => {
    const parsed = memberNumberSchema.safeParse(number.replaceAll(/\s+/g, ''))
    if (!parsed.success) return setError(t('prepare.guest_number_wrong'))
    setBusy(true)
    setError(null)
    try {
      const found = await findGuest(preparation.organizationId, parsed.data)
      if (preparation.members.some(({ memberId }) => memberId === found.memberId)) {
        return setError(t('prepare.guest_is_member'))
      }
      if (form.guests.some(({ memberId }) => memberId === found.memberId)) return setError(t('prepare.guest_twice'))
      const guest = { guestId: newId(), memberId: found.memberId, name: found.name, title: found.organizationName }
      change((now) => ({ guests: [...now.guests, guest] }))
      setNumber('')
    } catch (problem) {
      const refused = problemOf(problem)
      setError(t(refused.code === 'NOT_FOUND' ? 'prepare.guest_unknown' : sentenceKeyOf(refused)))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className={classes.person}
      onSubmit={(event) => {
        event.preventDefault()
        void find()
      }}
    >
      <TextInput
        size="md"
        label={t('prepare.guest_number')}
        description={t('prepare.guest_number_hint')}
        autoCapitalize="characters"
        spellCheck={false}
        value={number}
        error={error}
        onChange={(event) => setNumber(event.currentTarget.value)}
        data-testid="guest-number"
      />
      <Button
        type="submit"
        size="md"
        variant="default"
        className={classes.beside}
        leftSection={<IconUserSearch aria-hidden />}
        loading={busy}
        data-testid="guest-find"
      >
        {t('prepare.guest_find')}
      </Button>
    </form>
  )
}
