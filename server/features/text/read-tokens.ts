import type { Token } from 'markdown-it'
import { URL_MAX } from '../../contract/limits.ts'
import type { Block, Inline, Tree } from '../../contract/text.ts'

/** markdown-it's flat token list → nested blocks. Unknown tokens give their text, so nothing typed disappears. */
export function readBlocks(tokens: Token[]): Tree {
  return readUntil(tokens, { at: 0 }, '')
}

function readUntil(tokens: Token[], cursor: { at: number }, close: string): Block[] {
  const blocks: Block[] = []
  for (let token = tokens[cursor.at++]; token && token.type !== close; token = tokens[cursor.at++]) {
    const block = readBlock(token, tokens, cursor)
    if (block) blocks.push(block)
  }
  return blocks
}

function readBlock(token: Token, tokens: Token[], cursor: { at: number }): Block | null {
  switch (token.type) {
    case 'paragraph_open':
    case 'paragraph_close':
      return null
    case 'inline':
      return { t: 'p', c: readInlines(token.children ?? []) }
    case 'blockquote_open':
      return { t: 'quote', c: readUntil(tokens, cursor, 'blockquote_close') }
    case 'bullet_list_open':
      return { t: 'list', ordered: false, items: readItems(tokens, cursor, 'bullet_list_close') }
    case 'ordered_list_open':
      return { t: 'list', ordered: true, items: readItems(tokens, cursor, 'ordered_list_close') }
    default:
      return token.content ? { t: 'pre', text: token.content.replace(/\n$/, '') } : null
  }
}

function readItems(tokens: Token[], cursor: { at: number }, close: string): Block[][] {
  const items: Block[][] = []
  for (let token = tokens[cursor.at++]; token && token.type !== close; token = tokens[cursor.at++])
    if (token.type === 'list_item_open') items.push(readUntil(tokens, cursor, 'list_item_close'))
  return items
}

interface Open {
  close: string
  nodes: Inline[]
  wrap(nodes: Inline[]): Inline | null
}

function readInlines(tokens: Token[]): Inline[] {
  const root: Inline[] = []
  const stack: Open[] = [{ close: '', nodes: root, wrap: () => null }]
  for (const token of tokens) {
    const top = stack.at(-1) as Open
    if (token.type === top.close) {
      stack.pop()
      const node = top.wrap(top.nodes)
      const parent = stack.at(-1) as Open
      parent.nodes.push(...(node ? [node] : top.nodes))
    } else stack.push(...openOrAppend(token, top.nodes))
  }
  return root
}

function openOrAppend(token: Token, nodes: Inline[]): Open[] {
  switch (token.type) {
    case 'em_open':
      return [{ close: 'em_close', nodes: [], wrap: c => ({ t: 'em', c }) }]
    case 'strong_open':
      return [{ close: 'strong_close', nodes: [], wrap: c => ({ t: 'strong', c }) }]
    case 'link_open': {
      const href = safeHref(token.attrGet('href')?.toString())
      return [{ close: 'link_close', nodes: [], wrap: c => (href ? { t: 'link', href, c } : null) }]
    }
    case 'softbreak':
    case 'hardbreak':
      nodes.push({ t: 'br' })
      return []
    case 'code_inline':
      nodes.push({ t: 'code', text: token.content })
      return []
    default:
      appendText(nodes, token.content)
      return []
  }
}

function appendText(nodes: Inline[], text: string) {
  if (text === '') return
  const last = nodes.at(-1)
  if (typeof last === 'string') nodes[nodes.length - 1] = last + text
  else nodes.push(text)
}

/** The protocol is read from the parsed URL, so that no spelling trick passes what a browser would run. */
function safeHref(href: string | undefined): string | null {
  if (!href || href.length > URL_MAX || !URL.canParse(href)) return null
  const url = new URL(href)
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null
}
