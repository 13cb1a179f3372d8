// A picture of a paper: as wide as the screen, larger on a press.
import { documentMediaType } from '@hoi-truong/shared/document'
import { useEffect, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { type Problem, problemOf } from '../../../lib/problem.ts'
import { contentReader, readWhole } from '../api/readContent.ts'
import { zooms } from './pageSizes.ts'
import classes from './Reader.module.css'
import { ReaderTools } from './ReaderTools.tsx'
import { ReaderTrouble, WaitingForNetwork } from './ReaderTrouble.tsx'
import { ReadingPlace } from './ReadingPlace.tsx'
import type { ReadingProps } from './readingProps.ts'
import { useZoom } from './useZoom.ts'
import { Watermark } from './Watermark.tsx'

interface Picture {
  url: string | null
  /** Whole percent. */
  read: number
  silent: boolean
  failure: { problem: Problem | null } | null
}

const nothing: Picture = { url: null, read: 0, silent: false, failure: null }

function usePicture({ meetingId, document }: ReadingProps, attempt: number): Picture & { onBroken(): void } {
  const [picture, setPicture] = useState(nothing)
  const { documentId, bytes, type } = document
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt reads anew
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    let url: string | null = null
    const tell = (change: Partial<Picture>) => {
      if (!signal.aborted) setPicture((now) => ({ ...now, ...change }))
    }
    setPicture(nothing)
    const read = contentReader(meetingId, documentId, { signal, onSilence: () => tell({ silent: true }) })
    readWhole(read, bytes, signal, (share) => tell({ read: Math.floor(share * 100), silent: false })).then(
      (parts) => {
        if (signal.aborted) return
        url = URL.createObjectURL(new Blob(parts as BlobPart[], { type: documentMediaType[type] }))
        tell({ url })
      },
      (error: unknown) => tell({ failure: { problem: problemOf(error) } }),
    )
    return () => {
      stop.abort()
      if (url !== null) URL.revokeObjectURL(url)
    }
  }, [meetingId, documentId, bytes, type, attempt])
  return { ...picture, onBroken: () => setPicture((now) => ({ ...now, failure: { problem: null } })) }
}

export function PictureReader(props: ReadingProps) {
  const { t } = useWords()
  const [attempt, setAttempt] = useState(0)
  const { url, read, silent, failure, onBroken } = usePicture(props, attempt)
  const { zoom, buttons } = useZoom(zooms, null)
  const { document, watermark } = props
  if (failure) return <ReaderTrouble problem={failure.problem} onRetry={() => setAttempt(attempt + 1)} />
  return (
    <>
      <ReaderTools zoom={buttons} />
      {silent && !url && <WaitingForNetwork />}
      <ReadingPlace>
        {url ? (
          <div className={classes.picture} style={{ width: `${zoom * 100}%` }}>
            <img
              src={url}
              alt={t('document.picture', { name: document.name })}
              onError={onBroken}
              data-testid="reader-picture"
            />
            <Watermark lines={watermark} />
          </div>
        ) : (
          <p className={classes.word} role="status">
            {t('document.loading')} {read}%
          </p>
        )}
      </ReadingPlace>
    </>
  )
}
