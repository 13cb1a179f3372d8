// Điểm cầu: where members sit together before one screen, and who calls the roll there.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useWords } from '../../../../i18n/index.ts'
import { PlainButton } from '../../../../ui/PlainButton.tsx'
import { mayServe } from '../firstPlan.ts'
import { emptySite, fieldOf, type SiteRow } from '../planForm.ts'
import type { FormSectionProps } from './formSection.ts'
import classes from './Prepare.module.css'
import { choices } from './people.ts'
import { Section } from './Section.tsx'

export function SitesSection({ form, change, preparation: { members } }: FormSectionProps) {
  const { t } = useWords()
  const changeSite = (siteId: string, to: Partial<SiteRow>) =>
    change({ sites: form.sites.map((site) => (site.siteId === siteId ? { ...site, ...to } : site)) })
  return (
    <Section id="prepare-sites" title={t('prepare.section_sites')} lead={t('prepare.sites_lead')}>
      {form.sites.map((site, index) => (
        <div key={site.siteId} className={classes.person} data-testid="site-row">
          <TextInput
            id={fieldOf.site(site.siteId)}
            size="md"
            label={index === 0 ? t('meeting.main_point') : t('prepare.site_name', { number: index + 1 })}
            placeholder={index === 0 ? t('prepare.site_main_hint') : undefined}
            maxLength={120}
            value={site.name}
            onChange={(event) => changeSite(site.siteId, { name: event.currentTarget.value })}
            data-testid="site-name"
          />
          <NativeSelect
            size="md"
            label={t('prepare.site_operator')}
            value={site.operatorId}
            onChange={(event) => changeSite(site.siteId, { operatorId: event.currentTarget.value })}
            data={choices(members, mayServe, site.operatorId, t)}
            data-testid="site-operator"
          />
          {index > 0 && (
            <PlainButton
              onClick={() => change({ sites: form.sites.filter(({ siteId }) => siteId !== site.siteId) })}
              data-testid="site-remove"
            >
              <IconTrash aria-hidden />
              {t('prepare.site_remove', { number: index + 1 })}
            </PlainButton>
          )}
        </div>
      ))}
      <Button
        variant="subtle"
        size="md"
        className={classes.add}
        leftSection={<IconPlus aria-hidden />}
        onClick={() => change({ sites: [...form.sites, emptySite()] })}
        data-testid="site-add"
      >
        {t('prepare.site_add')}
      </Button>
    </Section>
  )
}
