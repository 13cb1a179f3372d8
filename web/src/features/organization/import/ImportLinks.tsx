// The way to the import, for whoever administers an organization.
import { may } from '@hoi-truong/shared/permissions'
import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { useOwnOrganizations } from '../../meeting/api/meetings.ts'
import classes from './Import.module.css'

export function ImportLinks() {
  const { t } = useWords()
  const { data: organizations } = useOwnOrganizations()
  const own = (organizations ?? []).filter(({ roles }) => may(roles, 'organization.import'))
  if (own.length === 0) return null
  return (
    <div className={classes.links}>
      {own.map(({ organizationId, name }) => (
        <Button
          key={organizationId}
          component={Link}
          to={`/organizations/${organizationId}/import`}
          size="lg"
          variant="default"
          leftSection={<IconFileImport aria-hidden />}
          data-testid="import-link"
          data-organization-id={organizationId}
        >
          {own.length === 1 ? t('meetings.import') : t('meetings.import_for', { name })}
        </Button>
      ))}
    </div>
  )
}
