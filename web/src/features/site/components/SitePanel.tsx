// The operator's panel in the room (bảng của người vận hành điểm cầu): who wants to speak, who is there, which loudspeaker. Beside the room
// and not instead of it, since this device is the hall's screen and microphone.
import type { Site } from '@hoi-truong/shared/meeting'
import { NativeSelect } from '@mantine/core'
import { Suspense } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { SidePanel } from '../../../ui/SidePanel.tsx'
import { LazyRaiseHandFor } from '../../floor/lazyParts.ts'
import { localDevices, useLocalDevices } from '../../media/hooks/useLocalDevices.ts'
import { LazySiteHands } from '../../voting/lead/lazyParts.ts'
import classes from './Site.module.css'
import { SiteCounts } from './SiteCounts.tsx'
import { SiteRollCall } from './SiteRollCall.tsx'

export function SitePanel({ site, onClose }: { site: Site; onClose(): void }) {
  const { t } = useWords()
  return (
    <SidePanel id="site" title={site.name} onClose={onClose} testIds={{ panel: 'site-panel', close: 'site-close' }}>
      <div className={classes.site}>
        <Suspense fallback={null}>
          <LazySiteHands siteId={site.siteId} />
        </Suspense>
        <SiteCounts siteId={site.siteId} />
        <Suspense fallback={null}>
          <LazyRaiseHandFor siteId={site.siteId} />
        </Suspense>
        <section className={classes.part}>
          <h2>{t('rollcall.site_title', { site: site.name })}</h2>
          <SiteRollCall siteId={site.siteId} name={site.name} />
        </section>
        <Loudspeaker />
      </div>
    </SidePanel>
  )
}

function Loudspeaker() {
  const { t } = useWords()
  const speakers = useLocalDevices((state) => state.speakers)
  const speakerId = useLocalDevices((state) => state.speakerId)
  const named = speakers.filter(({ label }) => label !== '')
  return (
    <section className={classes.part}>
      <h2>{t('rollcall.loudspeaker')}</h2>
      <p className={classes.soft}>{t('rollcall.loudspeaker_lead')}</p>
      {named.length > 0 && (
        <NativeSelect
          size="lg"
          aria-label={t('rollcall.loudspeaker')}
          data={[
            { value: '', label: t('rollcall.loudspeaker_usual') },
            ...named.map(({ id, label }) => ({ value: id, label })),
          ]}
          value={speakerId ?? ''}
          onChange={(event) => localDevices.chooseSpeaker(event.currentTarget.value)}
          data-testid="site-loudspeaker"
        />
      )}
    </section>
  )
}
