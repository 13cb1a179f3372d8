// Soạn biểu quyết: filled in from the item, corrected by whoever prepares it; the same form before the meeting and in it.
import { rulesOf } from '@hoi-truong/shared/attendance'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import {
  isInPersonOnlyPoll,
  type PollMatter,
  type PollMethod,
  type PollQuestion,
  pollMatterSchema,
  pollMethodSchema,
  shapeOf,
} from '@hoi-truong/shared/voting'
import { Button, NativeSelect, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { ProblemNotice } from '../../../../ui/ProblemNotice.tsx'
import { titleOf } from '../../../agenda/room/titleOf.ts'
import { compareInRoll } from '../../../attendance/rollOrder.ts'
import { Choice } from '../../../floor/components/Choice.tsx'
import type { RoomCommand } from '../../../meeting/hooks/useRoomCommand.ts'
import { barredBecause, cleaned, faultOf, withMatter } from '../draft.ts'
import { movedTo } from '../suggest.ts'
import { matterWords, thresholdWords, wayLeads, wayWords } from '../words.ts'
import { ChoicesField } from './ChoicesField.tsx'
import classes from './Lead.module.css'
import { OptionsEditor } from './OptionsEditor.tsx'
import { TellerChoice } from './TellerChoice.tsx'

const barredWords = {
  secret: 'polling.barred_secret',
  open: 'polling.barred_open',
  inPerson: 'polling.barred_in_person',
  upper: 'polling.barred_upper',
} as const

export interface PollFormProps {
  around: Pick<MeetingStreamState['everyone'], 'meeting' | 'agenda' | 'voting'>
  first: PollQuestion
  /** The revision that is changed; null: a new poll. */
  revision: number | null
  command: RoomCommand
  onClose(): void
}

export function PollForm({ around, first, revision, command, onClose }: PollFormProps) {
  const { t } = useWords()
  const { meeting, agenda, voting } = around
  const { items } = agenda
  const { polls } = voting
  const rules = rulesOf(meeting)
  const people = (meeting.roll?.members ?? []).toSorted(compareInRoll)
  const [question, setQuestion] = useState(first)
  const [basedOn, setBasedOn] = useState(revision)
  const [tried, setTried] = useState(false)
  const change = (changed: Partial<PollQuestion>) => setQuestion((now) => ({ ...now, ...changed }))
  const asked = cleaned(question)
  const surroundings = { items, polls, rollMemberIds: people.map(({ memberId }) => memberId) }
  const fault = tried ? faultOf(asked, rules, surroundings) : null
  const errorAt = (field: 'options' | 'tellers') =>
    fault?.field === field && fault.code ? t(`error.${fault.code}`) : null
  const newer =
    basedOn === null
      ? undefined
      : polls.find((poll) => poll.question.pollId === question.pollId && poll.revision > basedOn)
  const repeated = polls.find((poll) => poll.question.pollId === question.repeats)
  const itemOf = (itemId: string | null) => items.find((item) => item.itemId === itemId) ?? null
  const shape = shapeOf(question.matter)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (faultOf(asked, rules, surroundings) !== null) return
    const done =
      basedOn === null
        ? await command.run('voting.prepare', { question: asked })
        : await command.run('voting.revise', { question: asked, basedOn })
    if (done) onClose()
  }
  const here = isInPersonOnlyPoll(question, { items }, rules)
  const ways = pollMethodSchema.options.map((method) => {
    const barred = barredBecause(question, method, rules, { items })
    const lead = method === 'open' && here ? 'polling.way_open_here' : wayLeads[method]
    return {
      value: method,
      words: t(wayWords[method]),
      note: t(barred ? barredWords[barred] : lead),
      disabled: barred !== null,
    }
  }) satisfies { value: PollMethod }[]
  const title =
    basedOn !== null ? 'polling.form_edit' : question.repeats === null ? 'polling.form_new' : 'polling.form_repeat'
  return (
    <Dialog opened onClose={onClose} title={t(title)}>
      <form className={classes.form} onSubmit={(event) => void save(event)} noValidate data-testid="poll-form">
        {repeated && <p>{t('polling.form_repeats', { title: repeated.question.title })}</p>}
        {newer && (
          <Notice tone="trouble" urgent data-testid="poll-form-changed">
            <p>{t('polling.changed')}</p>
            <Button
              size="md"
              variant="default"
              onClick={() => {
                setQuestion(newer.question)
                setBasedOn(newer.revision)
                command.dismiss()
              }}
              data-testid="poll-form-take"
            >
              {t('polling.changed_take')}
            </Button>
          </Notice>
        )}
        <NativeSelect
          size="lg"
          label={t('polling.field_item')}
          value={question.itemId ?? ''}
          onChange={(event) => {
            const item = itemOf(event.currentTarget.value)
            setQuestion(movedTo(question, item, itemOf(question.itemId), rules.voting))
          }}
          data-testid="poll-item"
        >
          <option value="">{t('polling.whole_meeting')}</option>
          {items.map((item) => (
            <option key={item.itemId} value={item.itemId}>
              {titleOf(items, item)}
            </option>
          ))}
        </NativeSelect>
        <Textarea
          size="lg"
          label={t('polling.field_title')}
          required
          autosize
          minRows={1}
          maxLength={300}
          value={question.title}
          error={fault?.field === 'title' ? t('polling.title_missing') : null}
          onChange={(event) => change({ title: event.currentTarget.value })}
          data-testid="poll-title"
        />
        <NativeSelect
          size="lg"
          label={t('polling.field_matter')}
          description={t('polling.matter_rule', {
            threshold: thresholdWords(t, rules.voting.matters[question.matter].threshold),
          })}
          value={question.matter}
          onChange={(event) => setQuestion(withMatter(question, event.currentTarget.value as PollMatter, rules.voting))}
          data-testid="poll-matter"
        >
          {pollMatterSchema.options.map((matter) => (
            <option key={matter} value={matter}>
              {t(matterWords[matter])}
            </option>
          ))}
        </NativeSelect>
        {shape !== 'approval' && (
          <>
            <OptionsEditor
              options={question.options}
              election={shape === 'election'}
              error={errorAt('options')}
              onChange={(options) => change({ options })}
            />
            <ChoicesField
              election={shape === 'election'}
              value={question.maxChoices}
              most={Math.max(1, asked.options.length)}
              onChange={(maxChoices) => change({ maxChoices })}
            />
          </>
        )}
        <Choice
          title={t('polling.field_way')}
          options={ways}
          value={question.method}
          onChange={(method) => change({ method })}
          testId="poll-way"
        />
        {question.method === 'paper' && (
          <TellerChoice
            people={people}
            chosen={question.tellerIds}
            error={errorAt('tellers')}
            onChange={(tellerIds) => change({ tellerIds })}
          />
        )}
        {question.method === 'open' && (
          <label className={classes.check}>
            <input
              type="checkbox"
              checked={question.showTallies}
              onChange={(event) => change({ showTallies: event.currentTarget.checked })}
              data-testid="poll-show-tallies"
            />
            <span>
              {t('polling.field_tallies')}
              <span className={classes.soft}>{t('polling.tallies_lead')}</span>
            </span>
          </label>
        )}
        {fault?.field === 'other' && fault.code && <ProblemNotice problem={{ code: fault.code }} />}
        {command.refusal && <ProblemNotice problem={command.refusal} data-testid="poll-form-refused" />}
        <Button type="submit" size="lg" disabled={command.busy} data-testid="poll-save">
          {t('polling.save')}
        </Button>
        <Button size="lg" variant="default" onClick={onClose} data-testid="poll-form-cancel">
          {t('common.cancel')}
        </Button>
      </form>
    </Dialog>
  )
}
