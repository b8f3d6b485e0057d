export interface BoardMessage {
  id: string
  /** The call that made it. */
  made: string
  by: string
  isThread: boolean
}

/** What the writers know of each other's acknowledged messages, so that they talk about the same things. */
export class Board {
  readonly threads: string[] = []
  readonly messages: BoardMessage[] = []
  readonly #byAuthor = new Map<string, BoardMessage[]>()

  add(message: BoardMessage): void {
    if (message.isThread) this.threads.push(message.id)
    this.messages.push(message)
    this.#byAuthor.set(message.by, [...this.messagesOf(message.by), message])
  }

  messagesOf(person: string): readonly BoardMessage[] {
    return this.#byAuthor.get(person) ?? []
  }
}
