import type { VNode } from 'preact'
import { options } from 'preact'

/** The classes that are public as well: a page styles them by `::part(…)`. What each is stands in docs/theming.md. */
const PARTS =
  /^(?:widget|presence|writing|toolbar|chip|search|card|kind|title|meta|name|badge|avatar|mark|excerpt|answer|vote|status|more|pill|picture|chosen|reply|text|highlight|menu|main|open|panel|dialog|tombstone)\b/

interface Hooks {
  diffed?(vnode: VNode): void
}
interface Drawn extends VNode<{ class?: string }> {
  __e?: Element
}

/** Names the parts of what is drawn from here on. */
export const drawWithParts = (hooks: Hooks = options as Hooks): void => {
  const before = hooks.diffed
  hooks.diffed = vnode => {
    before?.(vnode)
    const { type, props, __e: element } = vnode as Drawn
    const part = typeof type === 'string' && PARTS.exec(props.class as string)
    if (part) element?.setAttribute('part', part[0])
  }
}
