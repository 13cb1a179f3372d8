// Đăng tài liệu: for which item, the chooser, what may not go through here, and the files on their way.
import { Button, NativeSelect } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { useSession } from '../../account/hooks/useSession.ts'
import classes from '../components/Documents.module.css'
import type { NumberedItem } from '../groups.ts'
import { UploadRow } from './UploadRow.tsx'
import { uploadsOf } from './uploads.ts'

export interface UploadPanelProps {
  meetingId: string
  items: readonly NumberedItem[]
}

/** Known by the content in the end; this only spares looking for the right ones among hundreds of photographs. */
const ACCEPTED = '.pdf,.docx,.png,.jpg,.jpeg,.webp,application/pdf,image/png,image/jpeg,image/webp'

export function UploadPanel({ meetingId, items }: UploadPanelProps) {
  const { t } = useWords()
  const id = useId()
  const answers = useQueryClient()
  const memberId = useSession((state) => state.member?.memberId ?? '')
  const queue = uploadsOf(meetingId, memberId)
  const { uploads, posted } = useStore(queue.store)
  const [itemId, setItemId] = useState('')
  const chooser = useRef<HTMLInputElement>(null)
  const active = queue.active

  useEffect(() => {
    if (posted > 0) void answers.invalidateQueries({ queryKey: ['meeting', meetingId] })
  }, [answers, meetingId, posted])
  useEffect(() => {
    if (!active) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', hold)
    return () => removeEventListener('beforeunload', hold)
  }, [active])

  return (
    <section className={classes.upload} aria-labelledby={`${id}-title`} data-testid="document-upload">
      <h3 id={`${id}-title`}>{t('document.upload_title')}</h3>
      <Notice tone="info" title={t('document.secret_title')} data-testid="document-secret-notice">
        <p>{t('document.secret_notice')}</p>
      </Notice>
      <p className={classes.fact} id={`${id}-lead`}>
        {t('document.upload_lead')}
      </p>
      <div className={classes.choose}>
        <NativeSelect
          size="md"
          label={t('document.which_item')}
          value={itemId}
          onChange={(event) => setItemId(event.currentTarget.value)}
          data-testid="document-item"
        >
          <option value="">{t('document.for_meeting')}</option>
          {items.map((item) => (
            <option key={item.itemId} value={item.itemId}>
              {t('document.for_item', { number: item.number, title: item.title })}
            </option>
          ))}
        </NativeSelect>
        <input
          ref={chooser}
          className={classes.files}
          type="file"
          multiple
          accept={ACCEPTED}
          tabIndex={-1}
          aria-hidden
          onChange={(event) => {
            queue.add(event.currentTarget.files ?? [], itemId === '' ? null : itemId)
            // The same file again is a choice too.
            event.currentTarget.value = ''
          }}
          data-testid="document-files"
        />
        <Button
          size="lg"
          leftSection={<IconUpload aria-hidden />}
          aria-describedby={`${id}-lead`}
          onClick={() => chooser.current?.click()}
          data-testid="document-choose"
        >
          {t('document.choose')}
        </Button>
      </div>
      {uploads.length > 0 && (
        <ul className={classes.list} aria-label={t('document.queue')}>
          {uploads.map((upload) => (
            <UploadRow key={upload.documentId} upload={upload} queue={queue} />
          ))}
        </ul>
      )}
    </section>
  )
}
