import type { Component, ComponentChildren, RefObject, VNode } from 'preact'
import { options } from 'preact'
import type { Reader, Signal } from './signal.ts'
import { effect, forgetSources, signal, startReading } from './signal.ts'

/*
 * What components need besides their properties. With signals for state, these few lines are all that the widget
 * wants of preact/hooks and of createContext, which are 0.6 kB of the 18 before a conversation is readable.
 */

/** Preact's own hooks around rendering, by the names its builds have used for as long as there are dev tools for them. */
interface Hooks {
  /** Before a component's function is called. */
  __r?(vnode: Drawn): void
  /** Something below threw. */
  __e?(...told: unknown[]): void
  diffed?(vnode: VNode): void
  unmount?(vnode: Drawn): void
  /** In place of a timer, in tests. */
  requestAnimationFrame?: (run: () => void) => void
}
interface Drawn extends VNode {
  __c?: Keeper
}

/** A component with what it keeps from one drawing to the next, in the order it asks for it. */
interface Keeper extends Component {
  reads?: Reader
  kept?: unknown[]
  asked?: number
}

type CleanUp = () => void
// biome-ignore lint/suspicious/noConfusingVoidType: an effect with nothing to clean up returns nothing
type Run = () => void | CleanUp

class Effect {
  seen: readonly unknown[] | null = null
  gone = false
  // biome-ignore lint/suspicious/noConfusingVoidType: as above
  cleanUp: void | CleanUp = undefined
}

/** The component that is being drawn. Ambient by nature: a hook has no argument that says whose it is. */
const now = { drawing: null as Keeper | null }

/** Lets every component read signals: it is drawn again when one it read changes, and only then. */
export const drawWithSignals = (hooks: Hooks = options as Hooks): void => {
  const before = { ...hooks }
  let done = () => {}
  const stop = () => {
    now.drawing = null
    done()
    done = () => {}
  }
  hooks.__r = vnode => {
    before.__r?.(vnode)
    stop()
    const component = vnode.__c
    if (!component) return
    now.drawing = component
    component.asked = 0
    component.reads ??= { sources: new Map(), mark: () => component.forceUpdate() }
    forgetSources(component.reads)
    done = startReading(component.reads)
  }
  hooks.__e = (...told) => {
    stop()
    before.__e?.(...told)
  }
  hooks.diffed = vnode => {
    stop()
    before.diffed?.(vnode)
  }
  hooks.unmount = vnode => {
    const { reads, kept = [] } = vnode.__c ?? {}
    if (reads) forgetSources(reads)
    for (const one of kept) if (one instanceof Effect) end(one, true)
    before.unmount?.(vnode)
  }
}

const end = (one: Effect, gone: boolean) => {
  const { cleanUp } = one
  one.gone = gone
  one.cleanUp = undefined
  cleanUp?.()
}

/** Made at the component's first drawing. */
export const useKept = <T>(make: () => T): T => {
  const component = now.drawing as Keeper
  component.kept ??= []
  const at = component.asked ?? 0
  component.asked = at + 1
  if (!(at in component.kept)) component.kept[at] = make()
  return component.kept[at] as T
}

/** Runs once the component is in the page, and again when one of `seen` is another; what it returns runs before that, and at the end. */
export const useEffect = (run: Run, seen: readonly unknown[]): void => {
  const kept = useKept(() => new Effect())
  if (kept.seen?.every((one, at) => Object.is(one, seen[at]))) return
  kept.seen = seen
  const later = (options as Hooks).requestAnimationFrame ?? setTimeout
  later(() => {
    if (kept.gone) return
    end(kept, false)
    kept.cleanUp = run()
  })
}

/** For `ref={…}`. */
export const useRef = <E extends Element>(): RefObject<E | null> =>
  useKept<RefObject<E | null>>(() => ({ current: null }))

/** A signal of this component's own. */
export const useSignal = <T>(first: T): Signal<T> => useKept(() => signal(first))

/** An effect that ends with this component. It sees the first `run` only. */
export const useSignalEffect = (run: Run): void => useEffect(() => effect(run), [])

/** Gives `all` to every component below, as `createContext` would if its value never changed. */
export function Give(this: Component, { all, children }: { all: object; children: ComponentChildren }) {
  this.getChildContext = () => all
  return children
}

/** What the component being drawn was given from above. */
export const given = (): object => now.drawing?.context ?? {}
