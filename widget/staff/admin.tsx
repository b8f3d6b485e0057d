import { useEffect, useMemo } from 'preact/hooks'
import type { Locale } from '../../server/contract/site.ts'
import { createFormats } from '../i18n/formats.ts'
import type { Adopt } from '../style-sheets.ts'
import { useChunk } from '../ui/use-chunk.ts'
import { createAccount } from './account.ts'
import { Door } from './door.tsx'
import { OwnerForm } from './owner-form.tsx'
import { createRouter } from './router.ts'
import { SignInForm } from './sign-in-form.tsx'
import { createTexts } from './texts.ts'
import { Workspace } from './workspace.tsx'

/** The whole admin view: the door, then one site's workspace. */
export const Admin = ({ locale, adopt }: { locale: Locale; adopt: Adopt }) => {
  const { account, router, formats, t } = useMemo(() => {
    const formats = createFormats(locale)
    return { account: createAccount(), router: createRouter(), formats, t: createTexts(formats) }
  }, [])
  useEffect(() => {
    void account.enter()
    return router.end
  }, [])

  const door = account.door.value
  const invitation = location.pathname === '/admin/join' ? location.hash.slice(1) : ''
  const Join = useChunk(
    () => import('./settings/join-form.tsx').then(part => part.JoinForm),
    invitation !== '',
  )
  const asked = location.pathname === '/inline'
  const Pass = useChunk(() => import('./pass/pass-page.tsx').then(part => part.PassPage), asked)
  const homeless = account.session.value?.sites.length === 0
  const NewSite = useChunk(
    () => import('./settings/new-site-form.tsx').then(part => part.NewSiteForm),
    homeless && !asked && invitation === '',
  )
  if (door === 'loading') return null
  if (door === 'failed') {
    return (
      <Door title={t('door.failed')}>
        <button type="button" class="main" onClick={() => void account.enter()}>
          {t('action.retry')}
        </button>
      </Door>
    )
  }
  if (invitation) return Join && <Join token={invitation} account={account} t={t} formats={formats} />
  if (door === 'owner') return <OwnerForm account={account} t={t} formats={formats} />
  const { session } = account
  if (!session.value) return <SignInForm account={account} t={t} formats={formats} />

  if (asked) return Pass && <Pass account={account} t={t} formats={formats} />
  const { sites } = session.value
  const wanted = router.place.value.site
  const site = sites.find(({ id }) => id === wanted) ?? sites[0]
  if (!site)
    return NewSite && <NewSite account={account} router={router} t={t} formats={formats} locale={locale} />
  return (
    <Workspace key={site.id} account={account} router={router} site={site} locale={locale} adopt={adopt} />
  )
}
