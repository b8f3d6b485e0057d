import type { Role } from '../../server/contract/person.ts'

export type Kind = 'question' | 'idea' | 'problem' | 'praise'

export interface SeedPerson {
  key: string
  name: string
  staff?: Role
}

export interface SeedReply {
  author: string
  minutesAgo: number
  body: string
  /** Index of an earlier reply of the same thread. */
  to?: number
  official?: true
  accepted?: true
  note?: true
  votes?: number
}

export interface SeedThread {
  /** Path on the demo site, e.g. `/en/lucciola`. */
  page: string
  kind: Kind
  author: string
  minutesAgo: number
  /** Its first sentence becomes the title: at most 90 characters. */
  body: string
  /** BCP 47. */
  language: string
  /** Supporters besides the author. */
  votes?: number
  replies?: SeedReply[]
  status?: {
    to: 'review' | 'planned' | 'progress' | 'shipped' | 'declined'
    by: string
    minutesAgo: number
    reason?: string
    link?: string
  }
  labels?: string[]
  pinned?: true
  locked?: true
  assignee?: string
}
