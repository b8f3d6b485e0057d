import type {
  SavedReplies,
  SavedReply,
  SavedView,
  SavedViews,
  SiteLabels,
} from '../../server/contract/saved.ts'
import type { SiteDesk } from '../api/site-desk.ts'
import type { Signal } from '../signals/signal.ts'
import { signal } from '../signals/signal.ts'

/** What the team keeps for its work: read when it is first wanted, and again when it is asked for. */
export interface Kept {
  readonly replies: Signal<readonly SavedReply[]>
  readonly views: Signal<readonly SavedView[]>
  readonly labels: Signal<SiteLabels['labels']>
  /** Each throws Refusal. */
  loadReplies: () => Promise<void>
  loadViews: () => Promise<void>
  loadLabels: () => Promise<void>
}

export const createKept = ({ read }: SiteDesk): Kept => {
  const replies = signal<readonly SavedReply[]>([])
  const views = signal<readonly SavedView[]>([])
  const labels = signal<SiteLabels['labels']>([])
  return {
    replies,
    views,
    labels,
    loadReplies: async () => {
      replies.value = (await read<SavedReplies>('/saved-replies')).replies
    },
    loadViews: async () => {
      views.value = (await read<SavedViews>('/saved-views')).views
    },
    loadLabels: async () => {
      labels.value = (await read<SiteLabels>('/labels')).labels
    },
  }
}
