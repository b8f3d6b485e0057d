// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createDeeds } from './deeds.ts'

const recorded = () => {
  const undone: string[] = []
  const deeds = createDeeds()
  const add = (text: string, trouble: string | null = null) =>
    deeds.add({
      text,
      undo: async () => {
        undone.push(text)
        return trouble
      },
    })
  return { add, deeds, undone, texts: () => deeds.list.peek().map(({ text }) => text) }
}

describe('what was done', () => {
  it('is taken back newest first, or as chosen', async () => {
    const { add, deeds, undone, texts } = recorded()
    for (const text of ['hidden', 'assigned', 'pinned']) add(text)
    await deeds.undo()
    await deeds.undo(deeds.list.peek().at(-1)?.key)
    expect(undone).toEqual(['pinned', 'hidden'])
    expect(texts()).toEqual(['assigned'])
  })

  it('is kept ten deep', () => {
    const { add, texts } = recorded()
    for (let n = 1; n <= 12; n++) add(String(n))
    expect(texts()).toEqual(['12', '11', '10', '9', '8', '7', '6', '5', '4', '3'])
  })

  it('stays in its place when it could not be taken back', async () => {
    const { add, deeds, texts } = recorded()
    add('hidden', 'Someone was faster.')
    add('pinned')
    expect(await deeds.undo(deeds.list.peek().at(-1)?.key)).toBe('Someone was faster.')
    expect(texts()).toEqual(['pinned', 'hidden'])
  })

  it('is nothing twice', async () => {
    const { add, deeds, undone } = recorded()
    add('hidden')
    await Promise.all([deeds.undo(), deeds.undo()])
    expect(undone).toEqual(['hidden'])
  })
})
