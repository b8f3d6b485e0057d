import type { Sort, StatusFilter } from '../../server/contract/reads.ts'
import type { Kind } from '../../server/contract/site.ts'

/** What is to be listed, in which order. */
export interface Choice {
  readonly sort: Sort
  readonly kind: Kind | null
  readonly scope: 'site' | 'page'
  /** Null: threads of any. */
  readonly status: StatusFilter | null
  /** A label's id; null: threads with any or none. */
  readonly label: string | null
}
