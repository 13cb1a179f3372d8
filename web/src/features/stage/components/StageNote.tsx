// A line over the stage that says what is going on, with the one thing to do about it.
import classes from './Stage.module.css'

export interface StageNoteProps {
  children: React.ReactNode
  action: string
  onAction(): void
  testIds: { note: string; action: string }
}

export function StageNote({ children, action, onAction, testIds }: StageNoteProps) {
  return (
    <div className={classes.note} role="status" data-testid={testIds.note}>
      <span>{children}</span>
      <button type="button" className={classes.noteButton} onClick={onAction} data-testid={testIds.action}>
        {action}
      </button>
    </div>
  )
}
