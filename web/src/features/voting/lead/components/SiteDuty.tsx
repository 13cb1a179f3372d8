// Above the stage of a hall's screen: hands are to be counted now, with the way to where they are entered.
import type { Site } from '@hoi-truong/shared/meeting'
import { Button } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useWords } from '../../../../i18n/index.ts'
import classes from './Lead.module.css'

export function SiteDuty({ site, onShow }: { site: Site; onShow(): void }) {
  const { t } = useWords()
  return (
    <div className={classes.duty} role="status" data-testid="site-duty">
      <p>{t('polling.site_duty', { site: site.name })}</p>
      <Button
        size="md"
        classNames={{ root: classes.tall, label: classes.wrapped }}
        leftSection={<IconHandStop aria-hidden />}
        aria-expanded={false}
        aria-controls="site"
        onClick={onShow}
        data-testid="site-duty-open"
      >
        {t('vote.hand_count')}
      </Button>
    </div>
  )
}
