/** `#parla-t_…`, or `#parla-t_…-r_…` for one reply of it; `-team`: for one of the team, who wants to sign in there. */
const PERMALINK = /^#parla-(t_[\w-]+?)(?:-(r_[\w-]+|team))?$/

/** `reply` is `team` in a link of theirs. */
export const parsePermalink = (hash: string): { thread: string; reply: string | null } | null => {
  const [, thread, reply = null] = PERMALINK.exec(hash) ?? []
  return thread ? { thread, reply } : null
}
