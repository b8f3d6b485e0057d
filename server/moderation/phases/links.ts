import type { Block, Inline } from '../../contract/text.ts'
import type { Phase } from '../phase.ts'

/** Many links are what advertising looks like. */
export const links: Phase = ({ rules, text }) => {
  const count = countLinks(text.tree)
  return rules.links !== null && count >= rules.links ? { rule: 'links', found: String(count) } : 'pass'
}

function countLinks(nodes: (Block | Inline)[]): number {
  return nodes.reduce((sum: number, node) => {
    if (typeof node === 'string') return sum
    if (node.t === 'link') return sum + 1
    if (node.t === 'list') return sum + node.items.reduce((inner, item) => inner + countLinks(item), 0)
    return 'c' in node ? sum + countLinks(node.c) : sum
  }, 0)
}
