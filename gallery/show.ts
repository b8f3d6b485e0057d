import type { Locale } from '../server/contract/site.ts'
import type { WidgetConfig } from '../widget/config.ts'
import { mount } from '../widget/mount.tsx'
import { createHand } from './hand.ts'
import type { Scene } from './scene.ts'
import { mountSignIn } from './sign-in.ts'
import type { StandIn } from './stand-in.ts'
import { mountTeam } from './team.ts'

export interface Look {
  readonly theme: 'light' | 'dark'
  readonly locale: Locale
}

export interface Shown {
  /** Resolves once the scene is as it should be. */
  readonly settled: Promise<void>
  readonly root: ShadowRoot
  theme: (theme: Look['theme']) => void
  take: () => void
}

const place = ({ team }: Scene, target: HTMLElement, config: WidgetConfig) => {
  if (team === 'asks' || team === 'blocked') return mountSignIn(target, config, team === 'asks')
  return team ? mountTeam(target, config, team) : mount({ target, config })
}

const drawn = () => new Promise<void>(resolve => requestAnimationFrame(() => setTimeout(resolve)))

/** Draws the real widget in `target`, in front of a server that says what the scene wants. */
export const show = (target: HTMLElement, id: string, scene: Scene, look: Look, standIn: StandIn): Shown => {
  // A site of its own: nothing is left over from the last time.
  const site = `s_${id.replaceAll('.', '-')}-${crypto.randomUUID().slice(0, 8)}`
  const origin = `https://${site.replaceAll('_', '-').toLowerCase()}.gallery.invalid`
  const { wire, close } = standIn.open(origin, scene.answers)
  const store = (name: string, value: unknown) =>
    localStorage.setItem(`parla:${site}${name && `:${name}`}`, JSON.stringify(value))
  if (scene.session) store('', scene.session)
  for (const [name, value] of Object.entries(scene.stored ?? {})) store(name, value)

  const config: WidgetConfig = {
    site,
    origin,
    mode: scene.mode ?? 'inline',
    scope: 'site',
    page: { key: 'https://acme.example/', url: 'https://acme.example/', title: 'Acme' },
    locale: look.locale,
    theme: look.theme,
    label: scene.label,
    headingLevel: 2,
  }
  let gone = false
  const widget = place(scene, target, config)
  const root = (target.lastElementChild as HTMLElement).shadowRoot as ShadowRoot
  const { conversation } = widget
  const hand = createHand(root, () => gone)
  /** The widget is drawn step by step: its menu after its list, cards one after the other, their times last of all. */
  const whole = () => {
    if (scene.team === 'asks' || scene.team === 'blocked') return true
    const last = scene.answers.snapshot ? '#parla-menu' : '.home footer'
    return hand.now(last) !== null && !hand.now('.cards:not([hidden]) + .skeleton, time:empty')
  }
  const act = async () => {
    const line = { frame: wire, looking: wire, presence: wire, writing: wire }
    await scene.act?.({
      hand,
      conversation,
      wire: {
        frame: changes => void line.frame().then(socket => socket.frame(changes)),
        looking: looking => void line.looking().then(socket => socket.looking(looking)),
        presence: presence => void line.presence().then(socket => socket.presence(presence)),
        writing: writing => void line.writing().then(socket => socket.writing(writing)),
      },
    })
    await hand.until(whole)
    await drawn()
  }
  return {
    settled: act(),
    root,
    theme: theme => widget.update({ theme }),
    take: () => {
      gone = true
      widget.destroy()
      close()
      for (const name of Object.keys(localStorage))
        if (name.startsWith(`parla:${site}`)) localStorage.removeItem(name)
    },
  }
}
