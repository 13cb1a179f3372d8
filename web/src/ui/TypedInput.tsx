// A field for a day or a time that is typed as it stands on paper: what is not finished yet stays as it is, and counts as none.
import { TextInput, type TextInputProps } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { dayTyped, tidyDay } from '../lib/typedDay.ts'
import { timeTyped } from '../lib/typedTime.ts'

interface TypedInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** YYYY-MM-DD or HH:MM; empty: none, or not finished. */
  value: string
  onValue(value: string): void
  /** Hand on what is no day or time as it was typed, for a form that must tell it from an empty field. */
  handsOnUnread?: boolean
}

interface Way {
  read(text: string): string | null
  show(value: string): string
}

const days: Way = {
  read: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(dayTyped(text)) ? dayTyped(text) : null),
  show: tidyDay,
}
const times: Way = { read: timeTyped, show: (time) => time }

function TypedInput({ way, value, onValue, handsOnUnread = false, ...rest }: TypedInputProps & { way: Way }) {
  const [text, setText] = useState(way.show(value))
  const meant = useCallback(
    (typed: string) => way.read(typed) ?? (handsOnUnread ? typed.trim() : ''),
    [way, handsOnUnread],
  )
  useEffect(() => {
    // Changed elsewhere: another version was taken, or a button has filled it in.
    setText((now) => (meant(now) === value ? now : way.show(value)))
  }, [value, way, meant])
  return (
    <TextInput
      size="md"
      autoComplete="off"
      {...rest}
      value={text}
      onChange={(event) => {
        const typed = event.currentTarget.value
        setText(typed)
        onValue(meant(typed))
      }}
      onBlur={() => {
        const read = way.read(text)
        if (read !== null) setText(way.show(read))
      }}
    />
  )
}

export function DayInput(props: TypedInputProps) {
  return <TypedInput {...props} way={days} inputMode="numeric" />
}

export function TimeInput(props: TypedInputProps) {
  return <TypedInput {...props} way={times} placeholder="19:30" />
}
