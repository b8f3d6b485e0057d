import MarkdownIt from 'markdown-it'
import type { Block, Inline, Tree } from '../../contract/text.ts'
import { readBlocks } from './read-tokens.ts'

/** Only tokens are used, never the renderer. What is switched off here arrives as plain text. */
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting: 8 }).disable([
  'heading',
  'lheading',
  'hr',
  'table',
  'image',
  'reference',
  'strikethrough',
  'html_block',
  'html_inline',
])
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })

/** Text as typed → nodes. Linear in its length; the caller has capped that. */
export const parseText = (source: string): Tree =>
  readBlocks(markdown.parse(source.replace(/\r\n?/g, '\n'), {}))

/** The words alone, blocks separated by newlines. */
export const plainText = (tree: Tree): string => tree.map(blockText).filter(Boolean).join('\n')

function blockText(block: Block): string {
  switch (block.t) {
    case 'p':
      return inlineText(block.c)
    case 'list':
      return block.items.map(plainText).join('\n')
    case 'quote':
      return plainText(block.c)
    case 'pre':
      return block.text
  }
}

const inlineText = (nodes: Inline[]): string =>
  nodes
    .map(node => {
      if (typeof node === 'string') return node
      if (node.t === 'br') return '\n'
      if (node.t === 'mention') return `@${node.name}`
      return node.t === 'code' ? node.text : inlineText(node.c)
    })
    .join('')
