import { expect, test } from 'vitest'
import { projectFiles, readProjectFile } from './repository.ts'
import { isTest } from './source-file.ts'

/** Every word in a string, and every key: what may be, or become part of, an element's class. */
const words = (code: string) =>
  new Set(
    [...code.matchAll(/(["'`])((?:(?!\1)[^\\\n]|\\.)*)\1|(\w+):/g)].flatMap(([, , text = '', key = '']) => [
      ...text.split(/[^\w-]+/),
      key,
    ]),
  )
/** Classes written out whole in the markup; those put together are found by the other test. */
const written = (code: string) =>
  [...code.matchAll(/\bclass=(?:"([^"]*)"|\{`([^`]*)`\})/g)]
    .flatMap(([, plain = '', pieces = '']) => [plain, pieces.replace(/\S*\$\{[^}]*\}\S*/g, '')])
    .flatMap(classes => classes.split(/\s+/))
    .filter(Boolean)
const styled = (css: string) =>
  [...css.replace(/\/\*.*?\*\//gs, '').matchAll(/\.([a-z][\w-]*)(?=[^;{}]*[{,])/g)].map(
    ([, name = '']) => name,
  )

const sheets = projectFiles('.css').filter(path => path.startsWith('widget/'))
const sources = projectFiles('.ts', '.tsx').filter(path => path.startsWith('widget/') && !isTest(path))
const code = sources.map(readProjectFile).join('\n')

test('every class in a style sheet may be on an element', () => {
  const known = words(code)
  const dead = sheets.flatMap(path =>
    styled(readProjectFile(path))
      .filter(name => !known.has(name))
      .map(name => `${path}: .${name}`),
  )
  expect(dead).toEqual([])
})

test('every class on an element that visitors load is in a style sheet', () => {
  const shared = sources
    .filter(path => !path.startsWith('widget/staff/'))
    .map(readProjectFile)
    .join('\n')
  const known = new Set(sheets.map(readProjectFile).flatMap(styled))
  expect([...new Set(written(shared))].filter(name => !known.has(name))).toEqual([])
})

test('finds a class that is only in a style sheet, and one that is only on an element', () => {
  expect(styled('.a,\n.b:hover > .c { width: 0.5em }\n/* .d */')).toEqual(['a', 'b', 'c'])
  const markup = `const hue = 'blue'; <p class="a b" /> && <i class={\`c \${hue} d-\${hue}\`} />`
  expect(written(markup)).toEqual(['a', 'b', 'c'])
  expect(words(markup)).toContain('blue')
})
