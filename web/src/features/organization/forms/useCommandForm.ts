// One form, one command: checked field by field, sent once however often it is pressed, and kept as typed until it is taken.
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { newId } from '../../../lib/newId.ts'
import { type Problem, problemOf } from '../../../lib/problem.ts'
import { untilAnswered } from '../../../lib/untilAnswered.ts'
import { giveCommand } from '../../account/api/giveCommand.ts'
import { useAskAgain } from '../api/organizations.ts'
import { checkCommand, type FieldErrors, type MemberCommand, type Values } from './checkCommand.ts'

export interface CommandFormOptions<V extends Values> {
  organizationId: string
  initial: V
  command(values: V): MemberCommand
  /** Where the period begins that is ended, when the form does not ask for it. */
  begins?: string | null
  /** Whether an end before the beginning is meant. */
  takesBack?(values: V): boolean
  onDone(): void
}

export function useCommandForm<V extends Values>(options: CommandFormOptions<V>) {
  const { organizationId, initial, begins = null, onDone } = options
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [problem, setProblem] = useState<Problem | null>(null)
  const [sending, setSending] = useState<'no' | 'sending' | 'waiting'>('no')
  // State is set a moment later: the second half of a double click comes before.
  const busy = useRef(false)
  const page = useRef<AbortController | null>(null)
  const askAgain = useAskAgain(organizationId)
  useEffect(() => {
    const here = new AbortController()
    page.current = here
    return () => here.abort()
  }, [])

  const set = (field: keyof V & string, value: string) => {
    setValues((before) => ({ ...before, [field]: value }))
    setErrors(({ [field]: _mended, ...others }) => others)
  }

  /** As the field writes it once it is left; what is wrong with it stays said. */
  const tidy = (field: keyof V & string, value: string) => setValues((before) => ({ ...before, [field]: value }))

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const signal = page.current?.signal
    if (busy.current || !signal) return
    const command = options.command(values)
    const takesBack = options.takesBack?.(values) ?? false
    const found = checkCommand(command, values, { begins, takesBack })
    setErrors(found)
    setProblem(null)
    const wrong = [...form.elements].find((field) => field instanceof HTMLInputElement && found[field.name])
    if (Object.keys(found).length > 0) return (wrong as HTMLInputElement | undefined)?.focus()
    busy.current = true
    setSending('sending')
    const body = { id: newId(), ...command, streamId: organizationId }
    try {
      await untilAnswered(
        () => giveCommand(body, signal),
        signal,
        () => setSending('waiting'),
      )
      void askAgain()
      if (!signal.aborted) onDone()
    } catch (error) {
      if (!signal.aborted) setProblem(problemOf(error))
    } finally {
      busy.current = false
      if (!signal.aborted) setSending('no')
    }
  }

  return { values, errors, begins, set, tidy, submit, problem, sending }
}

export type CommandFormState<V extends Values> = ReturnType<typeof useCommandForm<V>>
