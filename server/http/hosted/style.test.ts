import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const style = readFileSync('server/http/hosted/style.css', 'utf8')
const tokens = readFileSync('widget/styles/tokens.css', 'utf8')

/** Each property of a sheet whose value is a pair for light and dark, by name. */
const pairsIn = (sheet: string) =>
  new Map(
    [...sheet.matchAll(/--([\w-]+):[^;]*?light-dark\((#\w+), (#\w+)\)/g)].map(
      ([, name, light, dark]) => [name?.replace(/^_/, ''), [light, dark]] as const,
    ),
  )

it('[Q6] the pages have the colours of the widget', () => {
  const widget = pairsIn(tokens)
  const own = [...pairsIn(style.split('@media')[0] ?? '')]
  expect(own.length).toBeGreaterThan(15)
  for (const [name, pair] of own) expect(pair, name).toEqual(widget.get(name))
})
