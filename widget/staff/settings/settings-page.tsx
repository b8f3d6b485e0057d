import { useMemo } from 'preact/hooks'
import type { RoleMatrix } from '../../../server/contract/roles.ts'
import type { SiteSettings } from '../../../server/contract/settings.ts'
import { failureOf } from '../../api/http.ts'
import { useEffect, useRef, useSignal } from '../../signals/render.ts'
import { failureText } from '../../thread/failure-text.ts'
import { useWidget } from '../../thread/widget.ts'
import { useTeam } from '../team.ts'
import { AccountPart } from './account-part.tsx'
import { InstallPart } from './install-part.tsx'
import { KeptPart } from './kept/kept-part.tsx'
import { KeysPart } from './keys-part.tsx'
import { LogPart } from './log-part.tsx'
import { TextsPart } from './own-texts/texts-part.tsx'
import type { PartProps } from './part.ts'
import { RulesPart } from './rules-part.tsx'
import styles from './settings.css?inline'
import { SitePart } from './site-part.tsx'
import { TeamPart } from './team-part.tsx'
import { createSettingsTexts } from './texts.ts'

const PARTS = ['site', 'install', 'texts', 'team', 'rules', 'kept', 'log', 'keys', 'account'] as const
const pages = {
  site: SitePart,
  install: InstallPart,
  texts: TextsPart,
  team: TeamPart,
  rules: RulesPart,
  kept: KeptPart,
  log: LogPart,
  keys: KeysPart,
  account: AccountPart,
}

/** How the site is set up, who works on it, and one's own account. */
export const Page = () => {
  const team = useTeam()
  const widget = useWidget()
  const { router, desk, account, me, t: staff } = team
  const t = useMemo(() => {
    widget.adopt(styles)
    return createSettingsTexts(widget.formats)
  }, [])
  const settings = useSignal<SiteSettings | null>(null)
  const matrix = useSignal<RoleMatrix | null>(null)
  const trouble = useSignal<string | null>(null)
  const explain = (thrown: unknown) => {
    const failure = failureOf(thrown)
    if (failure.code === 'unauthenticated') account.lose()
    if (failure.code === 'forbidden') return staff('s.refused')
    return failureText(failure, widget)
  }
  const load = () => {
    trouble.value = null
    Promise.all([desk.read<SiteSettings>('/settings'), desk.read<RoleMatrix>('/roles')]).then(
      ([site, roles]) => {
        settings.value = site
        matrix.value = roles
      },
      thrown => {
        trouble.value = explain(thrown)
      },
    )
  }
  useEffect(load, [])
  const parts = useRef<HTMLElement>()

  const { part } = router.place.value
  const here = PARTS.find(name => name === part) ?? 'site'
  const Part = pages[here]
  // Narrow, the row of parts is longer than the window.
  useEffect(() => {
    const current = parts.current?.querySelector('[aria-current]')
    // Newer browsers answer with a promise, which is nothing to clean up with.
    current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [here])
  const save: PartProps['save'] = async ({ sights: _, ...changes }) => {
    const failed = await team.run('site.configure', changes)
    if (failed === null && settings.value) settings.value = { ...settings.value, ...changes }
    return failed
  }
  return (
    <div class="settings">
      <h1 id="room-title" tabIndex={-1}>
        {staff('s.settings')}
      </h1>
      <nav ref={parts} class="settings-parts" aria-label={staff('s.settings')}>
        {PARTS.map(name => (
          <a
            key={name}
            href={router.href({ room: 'settings', part: name, query: '' })}
            aria-current={name === here ? 'page' : undefined}
            onClick={event => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return
              event.preventDefault()
              router.go({ room: 'settings', part: name, query: '' })
            }}
          >
            {t(`part.${name}`)}
          </a>
        ))}
      </nav>
      {trouble.value && (
        <p class="settings-trouble" role="alert">
          {trouble.value}
          <button type="button" class="quiet" onClick={load}>
            {t('action.retry')}
          </button>
        </p>
      )}
      {settings.value && matrix.value && (
        <Part
          key={here}
          t={t}
          settings={settings}
          matrix={matrix.value}
          may={action =>
            matrix.value?.actions.some(
              one => one.of === 'site' && one.action === action && one.roles.includes(me.role),
            ) ?? false
          }
          save={save}
          explain={explain}
        />
      )}
    </div>
  )
}
