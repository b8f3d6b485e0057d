import { setTimeout as pause } from 'node:timers/promises'
import { nanoid } from 'nanoid'
import type { CommandResult } from '../../../server/contract/commands.ts'
import { markedBody } from '../history/marks.ts'
import type { Chance } from '../random.ts'
import type { Board } from './board.ts'
import type { Manner, Order, Sender } from './settle.ts'
import { settle } from './settle.ts'

export interface WriterParts extends Sender {
  board: Board
  chance: Chance
  /** Milliseconds between two writes at the most; half of it on average. */
  think: number
}

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }

/** One person who writes, edits, votes and removes, and asks again until they know what became of it. */
export class Writer {
  readonly #parts: WriterParts
  #running: Promise<void> | undefined
  #stopped = false

  constructor(parts: WriterParts) {
    this.#parts = parts
  }

  start(): void {
    this.#stopped = false
    this.#running = this.#write()
  }

  /** Stops after the write under way, when its fate is known. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#running
  }

  async #write(): Promise<void> {
    const { chance, think } = this.#parts
    while (!this.#stopped) {
      const order = this.#choose()
      // Now and then a second time at once, as a nervous client would.
      const manner = chance.pick<Manner>([10, 'plain'], [9, 'by http'], [1, 'twice'])
      const result = order ? await settle(this.#parts, order, manner) : 'refused'
      if (order && result !== 'refused') this.#remember(order, result)
      await pause(chance.between(0, think))
    }
  }

  /** Something this person may do with what there is; undefined where there is nothing of the kind yet. */
  #choose(): Order | undefined {
    const { chance, board, member } = this.#parts
    const me = member.viewer.person.id
    const isStaff = member.viewer.role !== null
    const id = nanoid()
    const kind = chance.pick(
      [isStaff ? 6 : 2, 'post'],
      [isStaff ? 40 : 4, 'reply'],
      [20, 'edit'],
      [isStaff ? 0 : 40, 'vote'],
      [5, 'delete'],
      [4, 'restore'],
      [isStaff ? 6 : 0, 'hide'],
      [isStaff ? 5 : 0, 'show'],
      [isStaff ? 4 : 0, 'note'],
    )
    const body = markedBody(id, id, `by ${member.viewer.person.name}`)
    const thread = chance.one(board.threads)
    if (!thread || kind === 'post')
      return { name: 'thread.post', input: { page: PAGE, kind: 'idea', body }, id }
    if (kind === 'reply') return { name: 'reply.post', input: { thread, body }, id }
    if (kind === 'note') return { name: 'note.add', input: { thread, body }, id }
    const message = chance.one(board.messages)
    if (kind === 'vote' && message)
      return { name: 'vote.set', input: { id: message.id, on: chance.next() < 0.6 }, id }
    if (kind === 'hide' && message)
      return { name: 'message.hide', input: { id: message.id, reason: 'off topic' }, id }
    if (kind === 'show' && message) return { name: 'message.show', input: { id: message.id }, id }
    const mine = chance.one(board.messagesOf(me))
    if (kind === 'edit' && mine)
      return { name: 'message.edit', input: { id: mine.id, body: markedBody(mine.made, id, 'edited') }, id }
    if (kind === 'delete' && mine) return { name: 'message.delete', input: { id: mine.id }, id }
    if (kind === 'restore' && mine) return { name: 'message.restore', input: { id: mine.id }, id }
    return undefined
  }

  #remember({ name, id: made }: Order, { id }: CommandResult): void {
    const { board, member } = this.#parts
    if (name === 'thread.post' || name === 'reply.post')
      board.add({ id, made, by: member.viewer.person.id, isThread: name === 'thread.post' })
  }
}
