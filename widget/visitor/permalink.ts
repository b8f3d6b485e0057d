/** `#parla-t_…`, or `#parla-t_…-r_…` for one reply of it. */
const PERMALINK = /^#parla-(t_[\w-]+?)(?:-(r_[\w-]+))?$/

export const parsePermalink = (hash: string): { thread: string; reply: string | null } | null => {
  const [, thread, reply = null] = PERMALINK.exec(hash) ?? []
  return thread ? { thread, reply } : null
}
