// A Word file as text: large type that fits the screen, in one column, whatever the sheet it was written for.
import { type DocumentText, documentTextSchema } from '@hoi-truong/shared/document'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../../i18n/index.ts'
import { isPassing, problemOf } from '../../../lib/problem.ts'
import { session } from '../../account/api/session.ts'
import { textPath } from '../api/address.ts'
import classes from './Reader.module.css'
import { ReaderTools } from './ReaderTools.tsx'
import { ReaderTrouble, WaitingForNetwork } from './ReaderTrouble.tsx'
import { ReadingPlace } from './ReadingPlace.tsx'
import type { ReadingProps } from './readingProps.ts'
import { sectionsOf, type TextSection } from './textSections.ts'
import { useZoom } from './useZoom.ts'
import { Watermark } from './Watermark.tsx'

const sizes = [1.2, 1.45, 1.75, 2.1] as const
const KEPT = 'hoi-truong.text-size'

function useDocumentText(meetingId: string, documentId: string) {
  return useQuery({
    queryKey: ['documents', meetingId, documentId, 'text'],
    queryFn: async ({ signal }): Promise<DocumentText> =>
      documentTextSchema.parse(await session.request(textPath(meetingId, documentId), { signal })),
    // The text of a file never changes; whether it may still be read is asked when it is opened again.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

export function TextReader({ meetingId, document, watermark }: ReadingProps) {
  const { t } = useWords()
  const { data, error, failureReason, refetch } = useDocumentText(meetingId, document.documentId)
  const { zoom, buttons } = useZoom(sizes, KEPT)
  if (error) return <ReaderTrouble problem={problemOf(error)} onRetry={() => void refetch()} />
  return (
    <>
      <ReaderTools zoom={buttons} />
      {!data && failureReason && isPassing(failureReason) && <WaitingForNetwork />}
      <ReadingPlace>
        {!data && (
          <p className={classes.word} role="status">
            {t('document.loading')}
          </p>
        )}
        {data && (
          <article className={classes.sheet} style={{ fontSize: `${zoom}rem` }} data-testid="reader-text">
            {data.blocks.length === 0 && <p>{t('document.empty_text')}</p>}
            {sectionsOf(data.blocks).map((section, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the text of a file never changes
              <Section key={place} section={section} />
            ))}
            <Watermark lines={watermark} />
          </article>
        )}
      </ReadingPlace>
    </>
  )
}

/** The document's name is the page's heading, or the second beneath the room's. */
const headings = { 1: 'h2', 2: 'h3', 3: 'h4', 4: 'h5', 5: 'h6', 6: 'h6' } as const

function Section({ section }: { section: TextSection }) {
  switch (section.kind) {
    case 'heading': {
      const Heading = headings[section.level as keyof typeof headings] ?? 'h6'
      return <Heading>{section.text}</Heading>
    }
    case 'paragraph':
      return <p>{section.text}</p>
    case 'list':
      return (
        <ul>
          {section.items.map((text, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <li key={place}>{text}</li>
          ))}
        </ul>
      )
    case 'table':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than a phone is moved by keyboard too
        <div className={classes.table} tabIndex={0}>
          <table>
            <tbody>
              {section.rows.map((row, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <tr key={place}>
                  {row.map((text, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above
                    <td key={column}>{text}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
  }
}
