// Preparing a meeting, new or already drafted: everything on one page, filled in as far as can be known.
import { Link, useParams } from 'react-router'
import { useWords } from '../../../../i18n/index.ts'
import { problemOf } from '../../../../lib/problem.ts'
import { PageHeading } from '../../../../ui/PageHeading.tsx'
import { ProblemNotice } from '../../../../ui/ProblemNotice.tsx'
import { MemberFrame } from '../../../account/components/MemberFrame.tsx'
import { MembersLink } from '../../../organization/components/MembersLink.tsx'
import { usePlanDraft } from '../hooks/usePlanDraft.ts'
import classes from './Prepare.module.css'
import { PrepareForm } from './PrepareForm.tsx'

export function PreparePage() {
  const { t } = useWords()
  const { organizationId, meetingId } = useParams()
  const { draft, preparation, heardAt, setKind, trouble } = usePlanDraft({ organizationId, meetingId })
  return (
    <MemberFrame>
      <PageHeading>{t('prepare.title')}</PageHeading>
      {trouble && <ProblemNotice problem={problemOf(trouble)} />}
      {!draft && !trouble && <p role="status">{t('common.loading')}</p>}
      {draft && preparation && (
        <PrepareForm
          key={draft.meetingId}
          draft={draft}
          preparation={preparation}
          heardAt={heardAt}
          onKindShown={setKind}
        />
      )}
      <MembersLink />
      <Link to="/" className={classes.back}>
        {t('common.back')}
      </Link>
    </MemberFrame>
  )
}
