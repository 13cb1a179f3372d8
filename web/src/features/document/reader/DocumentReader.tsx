// A document open to be read: as pages, as text or as a picture, on its own page or over the room.
import type { PostedDocument } from '@hoi-truong/shared/document'
import { formatDateTime } from '@hoi-truong/shared/i18n'
import { Button } from '@mantine/core'
import { IconArrowLeft, IconX } from '@tabler/icons-react'
import { Suspense, useEffect, useRef, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { lazyWithWords } from '../../../i18n/lazyWithWords.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { useSession } from '../../account/hooks/useSession.ts'
import { factWords, watermarkWords } from '../words.ts'
import { PictureReader } from './PictureReader.tsx'
import classes from './Reader.module.css'
import { TextReader } from './TextReader.tsx'

const PdfReader = lazyWithWords(['document'], () => import('./PdfReader.tsx').then((part) => part.PdfReader), {
  keepTrying: true,
})

export interface DocumentReaderProps {
  meetingId: string
  document: PostedDocument
  /** On a page of its own, or over another that stays. */
  over: boolean
  onClose(): void
}

export function DocumentReader({ meetingId, document, over, onClose }: DocumentReaderProps) {
  const { t, language } = useWords()
  const viewer = useSession((state) => state.member)
  const [openedAt] = useState(() => new Date().toISOString())
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (over) heading.current?.focus({ preventScroll: true })
  }, [over])
  const { name, type, withdrawn } = document
  const watermark = viewer ? watermarkWords(viewer, openedAt, t, language) : []
  const reading = { meetingId, document, watermark }
  const Way = type === 'pdf' ? PdfReader : type === 'docx' ? TextReader : PictureReader
  return (
    <section
      className={classes.reader}
      data-over={over}
      aria-label={name}
      onKeyDown={(event) => event.key === 'Escape' && over && onClose()}
      data-testid="reader"
      data-document-id={document.documentId}
      data-type={type}
    >
      <header className={classes.head}>
        <Button
          size="md"
          variant="default"
          leftSection={over ? <IconX aria-hidden /> : <IconArrowLeft aria-hidden />}
          onClick={onClose}
          data-testid="reader-close"
        >
          {t(over ? 'document.close' : 'document.back')}
        </Button>
        <div className={classes.titles}>
          {over ? (
            <h2 ref={heading} tabIndex={-1} className={classes.title}>
              {name}
            </h2>
          ) : (
            <PageHeading className={classes.title}>{name}</PageHeading>
          )}
          <p className={classes.fact}>{factWords(document, t, language)}</p>
        </div>
      </header>
      {withdrawn ? (
        <div className={classes.word}>
          <Notice tone="trouble" urgent data-testid="reader-withdrawn">
            <p>{t('error.DOCUMENT_WITHDRAWN')}</p>
            <p>{t('document.withdrawn', { time: formatDateTime(withdrawn.at, language), reason: withdrawn.reason })}</p>
          </Notice>
        </div>
      ) : (
        <Suspense fallback={<Opening />}>
          <Way {...reading} />
        </Suspense>
      )}
    </section>
  )
}

function Opening() {
  const { t } = useWords()
  return (
    <p className={classes.word} role="status">
      {t('document.loading')}
    </p>
  )
}
