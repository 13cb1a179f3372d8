// A question in front of the page. Mantine's own parts, put together so that its head is no second page head to screen readers.
import { Modal } from '@mantine/core'
import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import '@mantine/core/styles/Paper.layer.css'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Modal.layer.css'
import { useEffect, useState } from 'react'
import { useWords } from '../i18n/index.ts'
import classes from './Dialog.module.css'

export interface DialogProps {
  opened: boolean
  onClose(): void
  title: string
  children: React.ReactNode
}

export function Dialog({ opened, onClose, title, children }: DialogProps) {
  const { t } = useWords()
  // Mantine notes where the focus comes from when a dialog turns from closed to open: so must one do that was loaded only when it was asked for.
  const [there, setThere] = useState(false)
  useEffect(() => setThere(true), [])
  return (
    // Not closed by a press beside it: that is the second half of a double click on what opened it, or a slip beside a half-written text.
    <Modal.Root opened={opened && there} onClose={onClose} closeOnClickOutside={false} size="lg" centered>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Header role="presentation">
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('common.close')} size="xl" />
        </Modal.Header>
        <Modal.Body className={classes.body}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
