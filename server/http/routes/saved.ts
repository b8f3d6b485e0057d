import {
  NewSavedReply,
  NewSavedView,
  SavedReplies,
  SavedReply,
  SavedReplyId,
  SavedView,
  SavedViewId,
  SavedViews,
  SiteLabels,
} from '../../contract/saved.ts'
import { siteLabels } from '../../features/reads/labels.ts'
import { dropSavedReply, keepSavedReply, savedReplies, useSavedReply } from '../../features/saved-replies.ts'
import { dropSavedView, keepSavedView, savedViews } from '../../features/saved-views.ts'
import {
  exampleLabels,
  exampleNewReply,
  exampleNewView,
  exampleReply,
  exampleView,
} from '../examples/saved.ts'
import { route } from '../route.ts'

const base = '/api/v1/admin/sites/{site}'

export const readSavedReplies = route({
  name: 'readSavedReplies',
  summary: 'Texts the team gives again and again',
  method: 'get',
  path: `${base}/saved-replies`,
  who: 'staff',
  answer: { status: 200, schema: SavedReplies, example: { replies: [exampleReply] } },
  run: ({ deps, viewer }) => savedReplies(deps.store, viewer),
})

export const addSavedReply = route({
  name: 'keepSavedReply',
  summary: 'Keep a text to give it again, or write a kept one anew',
  method: 'post',
  path: `${base}/saved-replies`,
  who: 'staff',
  body: NewSavedReply,
  answer: { status: 200, schema: SavedReply, example: exampleReply },
  examples: { body: exampleNewReply },
  problems: ['not_found', 'stale'],
  run: ({ deps, viewer, body }) => keepSavedReply(deps.store, deps.clock, viewer, body),
})

const ofReply = { reply: SavedReplyId }

export const noteSavedReply = route({
  name: 'useSavedReply',
  summary: 'Note that a saved reply was used',
  method: 'post',
  path: `${base}/saved-replies/{reply}/used`,
  who: 'staff',
  params: ofReply,
  answer: null,
  examples: { params: { reply: exampleReply.id } },
  async run({ deps, viewer, params }) {
    await useSavedReply(deps.store, deps.clock, viewer, params.reply)
    return undefined
  },
})

export const removeSavedReply = route({
  name: 'dropSavedReply',
  summary: 'Delete a saved reply',
  method: 'delete',
  path: `${base}/saved-replies/{reply}`,
  who: 'staff',
  params: ofReply,
  answer: null,
  examples: { params: { reply: exampleReply.id } },
  async run({ deps, viewer, params }) {
    await dropSavedReply(deps.store, deps.clock, viewer, params.reply)
    return undefined
  },
})

export const readSavedViews = route({
  name: 'readSavedViews',
  summary: 'Views of the inbox that were saved: one’s own and the team’s',
  method: 'get',
  path: `${base}/saved-views`,
  who: 'staff',
  answer: { status: 200, schema: SavedViews, example: { views: [exampleView] } },
  run: ({ deps, viewer }) => savedViews(deps.store, viewer),
})

export const addSavedView = route({
  name: 'keepSavedView',
  summary: 'Save a view of the inbox, for oneself or the whole team',
  method: 'post',
  path: `${base}/saved-views`,
  who: 'staff',
  body: NewSavedView,
  answer: { status: 201, schema: SavedView, example: exampleView },
  examples: { body: exampleNewView },
  problems: ['stale'],
  run: ({ deps, viewer, body }) => keepSavedView(deps.store, deps.clock, viewer, body),
})

export const removeSavedView = route({
  name: 'dropSavedView',
  summary: 'Delete a saved view',
  method: 'delete',
  path: `${base}/saved-views/{view}`,
  who: 'staff',
  params: { view: SavedViewId },
  answer: null,
  examples: { params: { view: exampleView.id } },
  async run({ deps, viewer, params }) {
    await dropSavedView(deps.store, deps.clock, viewer, params.view)
    return undefined
  },
})

export const readLabels = route({
  name: 'readLabels',
  summary: 'The site’s labels, and how many threads bear each',
  method: 'get',
  path: `${base}/labels`,
  who: 'staff',
  answer: { status: 200, schema: SiteLabels, example: exampleLabels },
  run: ({ deps, viewer }) => siteLabels(deps.store, viewer),
})
