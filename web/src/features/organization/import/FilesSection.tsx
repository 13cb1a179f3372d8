// 2: the files. Chosen, looked at by size alone, and sent; what is in them the server says.
import type { ImportView } from '@hoi-truong/shared/organization'
import { Button, FileButton, Progress } from '@mantine/core'
import '@mantine/core/styles/Progress.layer.css'
import { IconFileSearch, IconFolderOpen } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import classes from './Import.module.css'
import { sizeInWords } from './sizeInWords.ts'
import { useUpload } from './useUpload.ts'

const MOST_FILES = 4
const MEGABYTE = 1024 * 1024

/** Then the next step is to accept, not to choose again. */
const isRight = (run: ImportView | null): boolean => run?.status === 'checked' && run.faultCount === 0

export interface FilesSectionProps {
  organizationId: string
  megabytes: number
  run: ImportView | null
  onSent(importId: string): void
}

export function FilesSection({ organizationId, megabytes, run, onSent }: FilesSectionProps) {
  const { t, language } = useWords()
  const [files, setFiles] = useState<readonly File[]>([])
  const forget = useRef<() => void>(null)
  const upload = useUpload(organizationId, (importId) => {
    // The same file, mended, must be a new choice.
    forget.current?.()
    setFiles([])
    onSent(importId)
  })
  const whole = files.reduce((sum, { size }) => sum + size, 0)
  const wrong =
    files.length > MOST_FILES
      ? t('import.too_many_files')
      : whole > megabytes * MEGABYTE
        ? t('import.too_large', { megabytes })
        : null
  const isSending = upload.share !== null
  const known = files.length > 0 ? [] : (run?.files ?? [])
  return (
    <section className={classes.step} aria-labelledby="import-files">
      <h2 id="import-files">{t('import.step_files')}</h2>
      <p>{t('import.files_why', { megabytes })}</p>
      {(files.length > 0 || known.length > 0) && (
        <ul className={classes.files} data-testid="import-files">
          {[...files.map(({ name, size }) => ({ name, bytes: size })), ...known].map(({ name, bytes }) => (
            <li key={name}>
              <strong>{name}</strong> <span className={classes.soft}>{sizeInWords(bytes, language)}</span>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.buttons}>
        <FileButton
          multiple
          resetRef={forget}
          accept=".xlsx,.csv,.txt,.tsv,text/csv"
          onChange={setFiles}
          disabled={isSending}
          inputProps={{ 'data-testid': 'import-input', 'aria-label': t('import.choose') } as Record<string, string>}
        >
          {(props) => (
            <Button
              {...props}
              size="lg"
              variant={files.length > 0 || isRight(run) ? 'default' : 'filled'}
              leftSection={<IconFolderOpen aria-hidden />}
              data-testid="import-choose"
            >
              {files.length > 0 || known.length > 0 ? t('import.choose_again') : t('import.choose')}
            </Button>
          )}
        </FileButton>
        {files.length > 0 && !wrong && (
          <Button
            size="lg"
            loading={isSending}
            leftSection={<IconFileSearch aria-hidden />}
            onClick={() => void upload.send(files)}
            data-testid="import-send"
          >
            {t('import.send')}
          </Button>
        )}
      </div>
      {isSending && (
        <div role="status">
          <p>{t('import.sending')}</p>
          <Progress value={100 * (upload.share ?? 0)} size="lg" aria-label={t('import.sending')} />
        </div>
      )}
      {wrong && (
        <Notice tone="trouble" urgent data-testid="import-files-wrong">
          <p>{wrong}</p>
        </Notice>
      )}
      {upload.problem &&
        (upload.problem.code === 'UNREACHABLE' ? (
          <Notice tone="trouble" urgent data-testid="import-upload-problem">
            <p>{t('import.upload_failed')}</p>
          </Notice>
        ) : (
          <ProblemNotice problem={upload.problem} data-testid="import-upload-problem" />
        ))}
    </section>
  )
}
