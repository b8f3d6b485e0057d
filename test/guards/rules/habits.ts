import type { Rule } from '../rule.ts'
import type { SourceFile } from '../source-file.ts'
import { findNodes, isTest, lineAt } from '../source-file.ts'

const SUITE_WORDS = ['describe', 'it', 'suite', 'test']
const MARKS = ['only', 'skip', 'todo']
const HTML_SINKS = [
  'dangerouslySetInnerHTML',
  'innerHTML',
  'insertAdjacentHTML',
  'outerHTML',
  'parseHTMLUnsafe',
  'setHTMLUnsafe',
]
const UNFINISHED = /\b(TODO|FIXME|XXX)\b/
const MOST_LINES = 300

/** Where length says nothing about how hard a file is to hold in the head. */
const MAY_BE_LONG = ['widget/i18n/', 'demo/seed/', 'server/store/migrations/']

function eachFile(binds: (path: string) => boolean, find: (file: SourceFile) => string[]): Rule['breaches'] {
  return files => files.filter(file => binds(file.path)).flatMap(find)
}

export const habitRules: readonly Rule[] = [
  {
    title: 'no test is left out or runs alone',
    breaches: eachFile(isTest, file =>
      findNodes(file, report => ({
        MemberExpression(node) {
          const [object, mark] = [node.object, node.property]
          const isSuite = object.type === 'Identifier' && SUITE_WORDS.includes(object.name)
          if (isSuite && mark.type === 'Identifier' && MARKS.includes(mark.name)) report(node)
        },
      })),
    ),
    sample: {
      'server/a.test.ts': `test.only('opens', () => {})`,
      'server/b.test.ts': `describe.skip.each([1])('opens', () => {})`,
    },
  },
  {
    title: 'a test is titled by what happens, not by what should',
    breaches: eachFile(isTest, file =>
      findNodes(file, report => ({
        CallExpression(node) {
          const [title] = node.arguments
          const isNamed = node.callee.type === 'Identifier' && SUITE_WORDS.includes(node.callee.name)
          if (isNamed && title?.type === 'Literal' && /\bshould\b/.test(String(title.value))) report(node)
        },
      })),
    ),
    sample: { 'server/a.test.ts': `test('should open', () => {})` },
  },
  {
    title: 'no comment promises work',
    breaches: eachFile(
      () => true,
      ({ path, text, comments }) =>
        comments
          .filter(comment => UNFINISHED.test(comment.value))
          .map(comment => `${path}:${lineAt(text, comment.start)}`),
    ),
    sample: { 'server/a.ts': '// TODO: later', 'server/b.ts': '/* a\n FIXME */' },
  },
  {
    title: 'nothing is drawn from a string of HTML',
    breaches: eachFile(
      () => true,
      file =>
        findNodes(file, report => ({
          MemberExpression(node) {
            if (node.property.type === 'Identifier' && HTML_SINKS.includes(node.property.name)) report(node)
          },
          JSXAttribute(node) {
            if (typeof node.name.name === 'string' && HTML_SINKS.includes(node.name.name)) report(node)
          },
        })),
    ),
    sample: {
      'widget/a.ts': 'document.body.innerHTML = text',
      'widget/b.tsx': 'export const B = () => <p dangerouslySetInnerHTML={{ __html: text }} />',
    },
  },
  {
    title: `no file is longer than ${MOST_LINES} lines`,
    breaches: eachFile(
      path => !isTest(path) && !MAY_BE_LONG.some(folder => path.startsWith(folder)),
      file => longerThan(MOST_LINES, file),
    ),
    sample: { 'server/a.ts': 'export const a = 1\n'.repeat(MOST_LINES + 1) },
  },
]

/** The file with its length, if that is over `most`. */
export function longerThan(most: number, { path, text }: { path: string; text: string }): string[] {
  const lines = text.split('\n').length - 1
  return lines > most ? [`${path} has ${lines} lines`] : []
}
