import { posix } from 'node:path'

/** What a document offers and asks for. */
export interface Document {
  readonly path: string
  readonly text: string
}

const LINK = /\]\(([^()\s]+)\)/g
const HEADING = /^#{1,6}\s+(.+?)\s*#*$/gm
const CODE_BLOCK = /^```[\s\S]*?^```/gm

/** Links between the project's own files that lead nowhere, as `document → link`. `exists` is asked for paths from the root. */
export function brokenLinks(documents: readonly Document[], exists: (path: string) => boolean): string[] {
  const anchors = new Map(documents.map(({ path, text }) => [path, headingAnchors(text)]))
  return documents.flatMap(({ path, text }) =>
    [...text.replace(CODE_BLOCK, '').matchAll(LINK)]
      .map(match => match[1] ?? '')
      .filter(link => !/^[a-z]+:/i.test(link))
      .filter(link => {
        const [file = '', anchor] = link.split('#')
        const target = file ? posix.join(posix.dirname(path), decodeURI(file)) : path
        const hasAnchor = anchor === undefined || anchors.get(target)?.has(anchor) !== false
        return !exists(target) || !hasAnchor
      })
      .map(link => `${path} → ${link}`),
  )
}

/** The anchors that code hosts give to headings. */
function headingAnchors(text: string): Set<string> {
  const titles = [...text.replace(CODE_BLOCK, '').matchAll(HEADING)].map(match => match[1] ?? '')
  return new Set(
    titles.map(title =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    ),
  )
}
