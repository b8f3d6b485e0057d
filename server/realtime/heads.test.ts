import { expect, test } from 'vitest'
import { eventually } from '../testing/eventually.ts'
import { createHeads } from './heads.ts'

/** A store whose head is set by hand and whose answers arrive when told to. */
function handStore() {
  const waiting: (() => void)[] = []
  const store = { head: 1, reads: 0, answer: () => waiting.splice(0).forEach(go => void go()) }
  const read = () => {
    store.reads++
    const head = { epoch: 'e', head: store.head }
    return new Promise<typeof head>(resolve => waiting.push(() => resolve(head)))
  }
  return { store, read }
}

test('the store is asked once, however many want to know', async () => {
  const { store, read } = handStore()
  const heads = createHeads(read, 60_000)
  const asked = [heads.get('s'), heads.get('s')]
  store.answer()
  expect(await Promise.all([...asked, heads.get('s')])).toEqual(Array(3).fill({ epoch: 'e', head: 1 }))
  expect(store.reads).toBe(1)
})

test('after a commit nobody hears of the head before it, not even from a read under way', async () => {
  const { store, read } = handStore()
  const heads = createHeads(read, 60_000)
  const before = heads.get('s')
  store.head = 2
  heads.forget('s')
  const after = heads.get('s')
  store.answer()
  expect((await before).head).toBe(1)
  expect((await after).head).toBe(2)
  expect((await heads.get('s')).head).toBe(2)
})

test('what nobody told of is seen when the memory is no longer fresh', async () => {
  let head = 1
  const heads = createHeads(async () => ({ epoch: 'e', head }), 20)
  await heads.get('s')
  head = 2
  await eventually(async () => (await heads.get('s')).head === 2)
})

test('a failure is not remembered', async () => {
  let fails = true
  const heads = createHeads(async () => {
    if (fails) throw new Error('away')
    return { epoch: 'e', head: 1 }
  }, 60_000)
  await expect(heads.get('s')).rejects.toThrow('away')
  fails = false
  expect(await heads.get('s')).toEqual({ epoch: 'e', head: 1 })
})
