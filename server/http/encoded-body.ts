import type { Encoding } from './encodings.ts'
import { encode } from './encodings.ts'

/** Bytes in the forms callers have asked for so far; each form is made once, however many ask together. */
export class EncodedBody {
  readonly plain: Buffer
  readonly #quality: number
  readonly #ready = new Map<Encoding, Buffer>()
  readonly #making = new Map<Encoding, Promise<Buffer>>()

  constructor(plain: Buffer, quality: number) {
    this.plain = plain
    this.#quality = quality
    this.#ready.set('identity', plain)
  }

  /** Bytes of all forms made so far. */
  get size(): number {
    return [...this.#ready.values()].reduce((sum, bytes) => sum + bytes.length, 0)
  }

  /** The form if it is there, without waiting. */
  peek(encoding: Encoding): Buffer | undefined {
    return this.#ready.get(encoding)
  }

  async as(encoding: Encoding): Promise<Buffer> {
    const ready = this.#ready.get(encoding)
    if (ready) return ready
    const making = this.#making.get(encoding) ?? this.#make(encoding)
    this.#making.set(encoding, making)
    return making
  }

  async #make(encoding: Encoding): Promise<Buffer> {
    try {
      const bytes = await encode(this.plain, encoding, this.#quality)
      this.#ready.set(encoding, bytes)
      return bytes
    } finally {
      this.#making.delete(encoding)
    }
  }
}
