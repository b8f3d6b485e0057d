import type { StaffSession } from '../../server/contract/person.ts'
import { useTeam } from './team.ts'

interface Props {
  sites: StaffSession['sites']
  site: StaffSession['sites'][number]
}

const initial = (brand: string) => [...brand.trim()][0]?.toUpperCase() ?? ''

/** Which brand's desk this is; with several, the way to the others. */
export const SiteSwitch = ({ sites, site }: Props) => {
  const { router, t } = useTeam()
  return (
    <div class="site">
      <span class="tile" aria-hidden="true">
        {initial(site.brand)}
      </span>
      {sites.length > 1 ? (
        <select
          aria-label={t('s.site')}
          value={site.id}
          onChange={event => router.go({ site: event.currentTarget.value, thread: null })}
        >
          {sites.map(({ id, brand }) => (
            <option key={id} value={id}>
              {brand}
            </option>
          ))}
        </select>
      ) : (
        <span class="brand">{site.brand}</span>
      )}
    </div>
  )
}
