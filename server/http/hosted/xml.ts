/** An element of an XML document, or text in it. */
export type Xml = string | { name: string; facts: Readonly<Record<string, string>>; inside: readonly Xml[] }

export const xml = (
  name: string,
  facts: Readonly<Record<string, string>>,
  ...inside: readonly Xml[]
): Xml => ({
  ...{ name, facts, inside },
})

/** A whole document as text for the wire. */
export const writeXml = (root: Xml): string => `<?xml version="1.0" encoding="utf-8"?>\n${write(root)}\n`

function write(node: Xml): string {
  if (typeof node === 'string') return escaped(node)
  const facts = Object.entries(node.facts).map(([name, value]) => ` ${name}="${escaped(value)}"`)
  return `<${node.name}${facts.join('')}>${node.inside.map(write).join('')}</${node.name}>`
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Characters that no XML document may hold, however they are written: controls, halves of pairs, and two that are none. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const escaped = (text: string) => text.replace(FORBIDDEN, '').replace(/[&<>"]/g, sign => SIGNS[sign] ?? sign)
