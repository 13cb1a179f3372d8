// One file on its way: how far, what is wrong with it, and what can be done.
import { Button } from '@mantine/core'
import { useWords } from '../../../i18n/index.ts'
import { sentenceOf } from '../../../lib/problem.ts'
import { Notice } from '../../../ui/Notice.tsx'
import classes from '../components/Documents.module.css'
import { sizeWords } from '../words.ts'
import type { FileTrouble, Upload, UploadQueue, UploadState } from './uploadQueue.ts'

const stateWords = {
  waiting: 'document.state_waiting',
  sending: 'document.state_sending',
  checking: 'document.state_checking',
  silent: 'document.state_silent',
  busy: 'document.state_busy',
  done: 'document.state_done',
  refused: 'document.state_refused',
} as const satisfies Record<UploadState['kind'], string>

const troubleWords = {
  EMPTY_FILE: 'document.empty_file',
  FILE_GONE: 'document.file_gone',
} as const satisfies Record<FileTrouble['code'], string>

const isTrouble = (problem: { code: string }): problem is FileTrouble => problem.code in troubleWords
/** What may be otherwise the next time, without another file. */
const again = new Set(['INTERNAL', 'FORBIDDEN', 'MEETING_UNKNOWN', 'DOCUMENT_BROKEN'])

export function UploadRow({ upload, queue }: { upload: Upload; queue: UploadQueue }) {
  const { t, language } = useWords()
  const { documentId, name, bytes, state } = upload
  const over = state.kind === 'done' || state.kind === 'refused'
  const percent = state.kind === 'sending' ? state.percent : 0
  const mayRetry =
    state.kind === 'refused' && (again.has(state.problem.code) || state.problem.code.startsWith('TOKEN_'))
  return (
    <li
      className={`${classes.row} ${classes.sending}`}
      data-testid="upload"
      data-document-id={documentId}
      data-state={state.kind}
    >
      <div className={classes.what}>
        <p className={classes.name}>{name}</p>
        <p className={classes.fact}>
          {sizeWords(bytes, language)} ·{' '}
          <span className={classes.state} data-testid="upload-state">
            {t(stateWords[state.kind], { percent })}
          </span>
        </p>
        {/* The percent above are for the eyes; read aloud is only what has come of it. */}
        <span className="hidden-text" role="status">
          {over || state.kind === 'silent' ? `${name}: ${t(stateWords[state.kind])}` : ''}
        </span>
        {!over && state.kind !== 'waiting' && (
          <progress
            className={classes.progress}
            aria-label={name}
            max={100}
            {...(state.kind === 'sending' && { value: percent })}
          />
        )}
        {state.kind === 'refused' && (
          <Notice tone="trouble" data-testid="upload-refused">
            <p data-code={state.problem.code}>
              {isTrouble(state.problem) ? t(troubleWords[state.problem.code]) : t(...sentenceOf(state.problem))}
            </p>
            {state.problem.code === 'DOCUMENT_MARKED_SECRET' && <p>{t('document.secret_next')}</p>}
          </Notice>
        )}
      </div>
      <div className={classes.buttons}>
        {mayRetry && (
          <Button
            size="md"
            aria-label={t('document.retry_which', { name })}
            onClick={() => queue.retry(documentId)}
            data-testid="upload-retry"
          >
            {t('document.retry')}
          </Button>
        )}
        <Button
          size="md"
          variant="default"
          aria-label={t(over ? 'document.put_away_which' : 'document.cancel_which', { name })}
          onClick={() => queue.cancel(documentId)}
          data-testid={over ? 'upload-put-away' : 'upload-cancel'}
        >
          {t(over ? 'document.put_away' : 'document.cancel')}
        </Button>
      </div>
    </li>
  )
}
