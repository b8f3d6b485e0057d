import { refusal } from '../api/http.ts'

/**
 * Loads a part of the widget once; after a failure the next call tries again.
 * @throws Refusal `network`
 */
export const chunk = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let loading: Promise<T> | null = null
  return () => {
    loading ??= load().catch(() => {
      loading = null
      throw refusal('network')
    })
    return loading
  }
}
