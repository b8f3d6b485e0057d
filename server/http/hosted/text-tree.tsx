import type { ComponentChildren } from 'preact'
import type { Block, Inline, Tree } from '../../contract/text.ts'

const inline = (node: Inline): ComponentChildren => {
  if (typeof node === 'string') return node
  switch (node.t) {
    case 'em':
    case 'strong': {
      const Mark = node.t
      return <Mark>{node.c.map(inline)}</Mark>
    }
    case 'code':
      return <code dir="ltr">{node.text}</code>
    case 'link':
      return (
        <a href={node.href} rel="nofollow ugc noopener">
          {node.c.map(inline)}
        </a>
      )
    case 'br':
      return <br />
    case 'mention':
      return (
        <b class="mention">
          @<bdi>{node.name}</bdi>
        </b>
      )
  }
}

const block = (node: Block): ComponentChildren => {
  switch (node.t) {
    case 'p':
      return <p dir="auto">{node.c.map(inline)}</p>
    case 'quote':
      return <blockquote dir="auto">{node.c.map(block)}</blockquote>
    case 'pre':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre dir="ltr" tabIndex={0}>
          {node.text}
        </pre>
      )
    case 'list': {
      const List = node.ordered ? 'ol' : 'ul'
      return (
        <List dir="auto">
          {node.items.map((item, at) => (
            <li key={String(at)}>{item.map(block)}</li>
          ))}
        </List>
      )
    }
  }
}

/** A message's text, drawn from its nodes as the widget draws it. `lang`: what it is written in, as far as that is known. */
export const TextTree = ({ tree, lang }: { tree: Tree; lang?: string | undefined }) => (
  <div class="text" lang={lang}>
    {tree.map(block)}
  </div>
)
