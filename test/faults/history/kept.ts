/** A message as the record holds it. */
export interface KeptMessage {
  id: string
  thread: string
  author: string
  /** As typed. */
  source: string
  visibility: string
  position: number
}

/** What the store holds when all is quiet. */
export interface Kept {
  messages: KeptMessage[]
  votes: { target: string; person: string }[]
  /** The answers it remembers, by mutation. */
  answers: { by: string; call: string; id: string; seq: number }[]
  /** The feed: where it stands, and the positions it holds, ascending. */
  head: number
  seqs: number[]
  /** Totals as stored, and as counted from the rows they count. */
  counters: { what: string; stored: unknown; counted: unknown }[]
}
