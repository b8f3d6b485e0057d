import type { Block, Inline, Tree } from '../../contract/text.ts'

/** Somebody who can be mentioned. */
interface Named {
  id: string
  name: string
}

/** `@` begins a name only where a word could begin: not inside an address. */
const BEFORE = /[\p{L}\p{N}_.@-]$/u
const WITHIN = /^[\p{L}\p{N}_]/u

/**
 * Makes nodes of the `@names` in a text that are those of the people given, whole or, where only one of them has it,
 * by first name. Code and links stay as they are. `mentioned` holds the ids, each once.
 */
export function readMentions(tree: Tree, people: readonly Named[]): { tree: Tree; mentioned: string[] } {
  const names = callNames(people)
  const mentioned = new Set<string>()

  const inString = (text: string): Inline[] => {
    const nodes: Inline[] = []
    let rest = text
    for (let at = rest.indexOf('@'); at !== -1; ) {
      const found = BEFORE.test(rest.slice(0, at)) ? undefined : nameAt(rest.slice(at + 1), names)
      if (found) {
        if (at > 0) nodes.push(rest.slice(0, at))
        nodes.push({ t: 'mention', id: found.person.id, name: found.person.name })
        mentioned.add(found.person.id)
        rest = rest.slice(at + 1 + found.length)
        at = rest.indexOf('@')
      } else at = rest.indexOf('@', at + 1)
    }
    return rest === '' ? nodes : [...nodes, rest]
  }
  const inInlines = (nodes: Inline[]): Inline[] =>
    nodes.flatMap((node): Inline[] => {
      if (typeof node === 'string') return inString(node)
      return node.t === 'em' || node.t === 'strong' ? [{ ...node, c: inInlines(node.c) }] : [node]
    })
  const inBlock = (block: Block): Block => {
    if (block.t === 'p') return { ...block, c: inInlines(block.c) }
    if (block.t === 'quote') return { ...block, c: block.c.map(inBlock) }
    return block.t === 'list' ? { ...block, items: block.items.map(item => item.map(inBlock)) } : block
  }
  return { tree: names.length === 0 ? tree : tree.map(inBlock), mentioned: [...mentioned] }
}

interface CallName {
  text: string
  person: Named
}

/** Longest first, so that “Anna Rossi” is not taken for “Anna”. */
function callNames(people: readonly Named[]): CallName[] {
  const whole = people.filter(({ name }) => name !== '').map(person => ({ text: lower(person.name), person }))
  const first = whole.map(({ text, person }) => ({ text: text.split(' ')[0] ?? '', person }))
  const isOnly = ({ text }: CallName) =>
    [...whole, ...first].filter(other => other.text === text).length === 1
  return [...whole, ...first.filter(name => name.text.length > 1 && isOnly(name))].sort(
    (a, b) => b.text.length - a.text.length,
  )
}

const lower = (text: string) => text.normalize('NFC').toLowerCase()

function nameAt(text: string, names: readonly CallName[]): { person: Named; length: number } | undefined {
  for (const { text: name, person } of names)
    if (lower(text.slice(0, name.length)) === name && !WITHIN.test(text.slice(name.length)))
      return { person, length: name.length }
  return undefined
}
