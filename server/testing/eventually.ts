import { setTimeout as pause } from 'node:timers/promises'

/** Waits for a condition, never for a duration. Throws what the last try said after `patience` milliseconds. */
export async function eventually<T>(
  condition: () => T | Promise<T>,
  patience = 5_000,
): Promise<NonNullable<T>> {
  const deadline = performance.now() + patience
  for (;;) {
    try {
      const value = await condition()
      if (value !== undefined && value !== null && value !== false) return value as NonNullable<T>
      if (performance.now() > deadline) throw new Error(`Still ${String(value)} after ${patience} ms`)
    } catch (error) {
      if (performance.now() > deadline) throw error
    }
    await pause(5)
  }
}
