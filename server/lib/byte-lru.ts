/** Keeps what was used last, up to `capacity` bytes in all. An item larger than a quarter of that is not kept. */
export class ByteLru<T> {
  readonly #items = new Map<string, { value: T; bytes: number }>()
  readonly #capacity: number
  #bytes = 0

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  get bytes(): number {
    return this.#bytes
  }

  get(key: string): T | undefined {
    const item = this.#items.get(key)
    if (!item) return undefined
    // A map iterates in order of insertion: taken out and put back, it is the youngest.
    this.#items.delete(key)
    this.#items.set(key, item)
    return item.value
  }

  set(key: string, value: T, bytes: number): void {
    this.delete(key)
    if (bytes > this.#capacity / 4) return
    this.#items.set(key, { value, bytes })
    this.#bytes += bytes
    for (const oldest of this.#items.keys()) {
      if (this.#bytes <= this.#capacity) break
      this.delete(oldest)
    }
  }

  delete(key: string): void {
    this.#bytes -= this.#items.get(key)?.bytes ?? 0
    this.#items.delete(key)
  }
}
