import { useEffect } from 'preact/hooks'
import { PASS_MS } from '../../../server/contract/limits.ts'
import type { PassCode } from '../../../server/contract/passes.ts'
import { failureOf } from '../../api/http.ts'
import { createSiteDesk } from '../../api/site-desk.ts'
import type { Formats } from '../../i18n/formats.ts'
import type { Translate } from '../../i18n/translate.ts'
import { useSignal } from '../../signals/render.ts'
import type { Account } from '../account.ts'
import { Door } from '../door.tsx'
import { doorFailure } from '../door-failure.ts'
import type { StaffTexts } from '../texts.ts'
import { wishOf } from './handshake.ts'
import { useAskingPage } from './use-asking-page.ts'

interface Props {
  account: Account
  t: Translate<StaffTexts>
  formats: Formats
}

/** Where one of the team lets a brand's page speak for them for a while. What that page is, stands here in full. */
export const PassPage = ({ account, t, formats }: Props) => {
  const wish = wishOf(location.hash)
  const page = useAskingPage(wish)
  const code = useSignal<string | null>(null)
  const trouble = useSignal<string | null>(null)
  const busy = useSignal(false)
  const site = account.session.value?.sites.find(({ id }) => id === wish?.site)
  const { taken, known } = page
  useEffect(() => {
    if (taken) window.close()
  }, [taken])
  useEffect(() => {
    // Its page may make itself known only after it was allowed.
    if (code.value) page.give(code.value)
  }, [code.value, known])

  if (!wish) return <Door title={t('pass.lost')} />
  const { origin, state } = wish
  if (!site) return <Door title={t('pass.noSite')} why={origin} />
  if (taken) return <Door title={t('pass.done')} />

  const explain = (thrown: unknown) => {
    const failure = failureOf(thrown)
    if (failure.code === 'unauthenticated') account.lose()
    if (failure.code === 'origin_not_allowed') return t('pass.foreign', { origin, brand: site.brand })
    if (failure.code === 'forbidden') return t('pass.noRole')
    return doorFailure(failure, t, formats)
  }
  const allow = async () => {
    if (busy.peek()) return
    busy.value = true
    try {
      const given = await createSiteDesk(site.id).write<PassCode>('POST', '/passes', { origin, state })
      code.value = given.code
    } catch (thrown) {
      trouble.value = explain(thrown)
    } finally {
      busy.value = false
    }
  }

  if (code.value) {
    return (
      <Door title={t('pass.typeIt', { origin })} why={t('pass.codeWhy')}>
        <p class="pass-code">
          <output>{code.value}</output>
        </p>
      </Door>
    )
  }
  return (
    <Door
      title={t('pass.title', { origin })}
      why={t('pass.ask', {
        brand: site.brand,
        name: site.me.name,
        duration: formats.duration(PASS_MS / 1000),
      })}
    >
      <p class="why">{t('pass.may')}</p>
      {known === false && <p class="why doubt">{t('pass.unsure', { origin })}</p>}
      {trouble.value && (
        <p class="error form-error" role="alert">
          {trouble.value}
        </p>
      )}
      <button type="button" class="main" aria-disabled={busy.value} onClick={() => void allow()}>
        {t('pass.allow')}
      </button>
      <button type="button" class="quiet" onClick={() => void account.signOut().catch(() => {})}>
        {t('door.signOut')}
      </button>
    </Door>
  )
}
