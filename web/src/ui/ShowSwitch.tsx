// Shows what is typed into a password field: in words, and large enough for any thumb.
import classes from './ShowSwitch.module.css'

export interface ShowSwitchProps {
  shown: boolean
  onChange(shown: boolean): void
  testId: string
  children: string
}

export function ShowSwitch({ shown, onChange, testId, children }: ShowSwitchProps) {
  return (
    <label className={classes.switch}>
      <input
        type="checkbox"
        checked={shown}
        onChange={(event) => onChange(event.currentTarget.checked)}
        data-testid={testId}
      />
      {children}
    </label>
  )
}
