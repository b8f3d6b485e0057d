/*
 * Values that tell who reads them. The same words and meaning as @preact/signals, of which the widget uses a part: that
 * library is 3.6 kB of the 18 before a conversation is readable, this is one. `signal.test.ts` holds it against the
 * original on random graphs.
 */

export interface ReadonlySignal<T> {
  readonly value: T
  /** The value, without being told of changes. */
  peek(): T
}

export interface Signal<T> extends ReadonlySignal<T> {
  value: T
}

/** Something that can be read. */
interface Source {
  readers: Set<Reader>
  /** What is there now, to be compared with what was seen. */
  look(): unknown
}

/** Something that reads: it remembers what it saw of each source. */
export interface Reader {
  sources: Map<Source, unknown>
  /** A source may have changed. */
  mark(): void
}

/** Who is reading at the moment, and what waits for the batch to end. Ambient by nature: reading has no argument. */
const now = { reader: null as Reader | null, depth: 0, waiting: new Set<{ settle(): void }>() }

const read = (source: Source) => {
  if (!now.reader) return
  source.readers.add(now.reader)
  now.reader.sources.set(source, source.look())
}

/** Makes `reader` the one who reads; answers what gives back the one before. */
export const startReading = (reader: Reader | null): (() => void) => {
  const before = now.reader
  now.reader = reader
  return () => {
    now.reader = before
  }
}

export const forgetSources = (reader: Reader): void => {
  for (const source of reader.sources.keys()) source.readers.delete(reader)
  reader.sources.clear()
}

/** Whether anything that was read is really different now. */
const isStale = ({ sources }: Reader) => {
  for (const [source, seen] of sources) if (!Object.is(source.look(), seen)) return true
  return false
}

export const signal = <T>(value: T): Signal<T> => {
  const source: Source = { readers: new Set(), look: () => value }
  return {
    get value() {
      read(source)
      return value
    },
    set value(next) {
      if (Object.is(next, value)) return
      value = next
      batch(() => {
        for (const reader of [...source.readers]) reader.mark()
      })
    },
    peek: () => value,
  }
}

export const computed = <T>(compute: () => T): ReadonlySignal<T> => {
  /** What came of the last computation. */
  let outcome: { value: T } | { error: unknown } | undefined
  let marked = true
  const reader: Reader = {
    sources: new Map(),
    mark() {
      if (marked) return
      marked = true
      for (const next of [...source.readers]) next.mark()
    },
  }
  const refresh = () => {
    if (!marked && outcome) return outcome
    marked = false
    if (outcome && !isStale(reader)) return outcome
    forgetSources(reader)
    const done = startReading(reader)
    try {
      outcome = { value: compute() }
    } catch (error) {
      outcome = { error }
    }
    done()
    return outcome
  }
  const source: Source = {
    readers: new Set(),
    look() {
      const found = refresh()
      return 'value' in found ? found.value : found
    },
  }
  const peek = () => {
    const found = refresh()
    if ('error' in found) throw found.error
    return found.value
  }
  return {
    get value() {
      read(source)
      return peek()
    },
    peek,
  }
}

/** Runs now and whenever what it read has changed. What it returns runs before the next time. Answers how to end it. */
// biome-ignore lint/suspicious/noConfusingVoidType: an effect with nothing to clean up returns nothing
export const effect = (run: () => void | (() => void)): (() => void) => {
  // biome-ignore lint/suspicious/noConfusingVoidType: as above
  let cleanUp: void | (() => void)
  let ended = false
  const start = () => {
    forgetSources(reader)
    const done = startReading(reader)
    try {
      cleanUp = run()
    } finally {
      done()
    }
  }
  const reader = {
    sources: new Map<Source, unknown>(),
    mark: () => void now.waiting.add(reader),
    settle() {
      if (ended || !isStale(reader)) return
      clean()
      start()
    },
  }
  const clean = () => {
    const before = cleanUp
    cleanUp = undefined
    const done = startReading(null)
    before?.()
    done()
  }
  batch(start)
  return () => {
    ended = true
    clean()
    forgetSources(reader)
  }
}

/** Effects wait until it is over, so that they see all changes or none. */
export const batch = <T>(work: () => T): T => {
  now.depth++
  try {
    return work()
  } finally {
    if (now.depth === 1) settleAll()
    now.depth--
  }
}

const settleAll = () => {
  for (const next of now.waiting) {
    now.waiting.delete(next)
    next.settle()
  }
}
