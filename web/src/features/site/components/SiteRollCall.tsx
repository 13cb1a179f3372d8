// Calling the roll of a site: the code for phones of one's own, and the list to tick.
import { rollCall } from '@hoi-truong/shared/attendance'
import { Button } from '@mantine/core'
import { IconQrcode } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import classes from './Site.module.css'
import { SiteCode } from './SiteCode.tsx'
import { SiteList } from './SiteList.tsx'

export function SiteRollCall({ siteId, name }: { siteId: string; name: string }) {
  const { t } = useWords()
  const { room } = useMeeting()
  const { meeting, attendance } = useMeetingState()
  const [codeShown, setCodeShown] = useState(false)
  return (
    <>
      <Button
        size="lg"
        variant="default"
        classNames={{ label: classes.wrapped, root: classes.tall }}
        leftSection={<IconQrcode aria-hidden />}
        aria-expanded={codeShown}
        onClick={() => setCodeShown(!codeShown)}
        data-testid="site-code-toggle"
      >
        {t(codeShown ? 'rollcall.hide_code' : 'rollcall.show_code')}
      </Button>
      {codeShown && <SiteCode siteId={siteId} name={name} />}
      <SiteList siteId={siteId} call={rollCall(meeting, attendance, new Date(room.now()).toISOString())} />
    </>
  )
}
