import type { Route } from './route.ts'
import { addSite, changePassword, endSession, listSessions } from './routes/account.ts'
import { pullChanges, pullChangesAsStaff, pullChangesInline } from './routes/changes.ts'
import { runCommand, runCommandAsStaff, runCommandInline } from './routes/commands.ts'
import {
  readImage,
  readImageAsStaff,
  readImageInline,
  uploadImage,
  uploadImageAsStaff,
  uploadImageInline,
} from './routes/images.ts'
import { claimPass, endPass, offerPass, readInlineStanding } from './routes/inline.ts'
import { readInsights } from './routes/insights.ts'
import { makeSiteKey, readKeys } from './routes/keys.ts'
import {
  readAudit,
  readModerationRules,
  readPerson,
  readQueue,
  setModerationRules,
} from './routes/moderation.ts'
import { describeRoutes } from './routes/openapi.ts'
import { readOwnTexts, readOwnTextsAsStaff } from './routes/own-texts.ts'
import { readRoles } from './routes/roles.ts'
import {
  addSavedReply,
  addSavedView,
  noteSavedReply,
  readLabels,
  readSavedReplies,
  readSavedViews,
  removeSavedReply,
  removeSavedView,
} from './routes/saved.ts'
import { isAlive, isReady } from './routes/server.ts'
import { createOwner, readEntry, readSession, signIn, signOut } from './routes/session.ts'
import { readSettings } from './routes/settings.ts'
import { countPages, readSnapshot, readSnapshotInline } from './routes/site.ts'
import { acceptInvitation, addInvitation, dropInvitation, lookAtInvitation, readTeam } from './routes/team.ts'
import {
  listPeople,
  listPeopleAsStaff,
  listPeopleInline,
  listReplies,
  listRepliesAsStaff,
  listRepliesInline,
  previewMerge,
  readAudience,
  readAudienceInline,
  readHistory,
  readHistoryAsStaff,
  readHistoryInline,
  readThread,
  readThreadAsStaff,
  readThreadInline,
} from './routes/thread.ts'
import {
  findSimilar,
  findSimilarAsStaff,
  listThreads,
  listThreadsInline,
  readInbox,
  searchAsStaff,
  searchInline,
  searchPublic,
} from './routes/threads.ts'
import { addDevice, dropDevice, identify, listMine, readMe, readMeAsStaff } from './routes/visitor.ts'

const described: readonly Route[] = [
  isAlive,
  isReady,

  // Anybody: what is public, the same for all.
  readSnapshot,
  listThreads,
  readThread,
  listReplies,
  listPeople,
  readHistory,
  searchPublic,
  findSimilar,
  countPages,
  readOwnTexts,
  addDevice,
  claimPass,

  // From here a device token helps.
  pullChanges,
  identify,
  readImage,

  // From here it is needed.
  readMe,
  listMine,
  runCommand,
  uploadImage,
  dropDevice,

  // From here a pass: the team, on a brand's page.
  readInlineStanding,
  readSnapshotInline,
  listThreadsInline,
  readThreadInline,
  listRepliesInline,
  listPeopleInline,
  readHistoryInline,
  readAudienceInline,
  searchInline,
  pullChangesInline,
  uploadImageInline,
  readImageInline,
  endPass,

  // The admin's origin.
  readEntry,

  // From here a code or a password is needed.
  createOwner,
  signIn,
  lookAtInvitation,
  acceptInvitation,

  // From here a session.
  readSession,
  signOut,
  addSite,
  changePassword,
  listSessions,
  endSession,

  // From here a role on the site.
  readRoles,
  readQueue,
  readPerson,
  readModerationRules,
  setModerationRules,
  readAudit,
  readInbox,
  readThreadAsStaff,
  listRepliesAsStaff,
  listPeopleAsStaff,
  readHistoryAsStaff,
  readAudience,
  previewMerge,
  findSimilarAsStaff,
  searchAsStaff,
  readMeAsStaff,
  pullChangesAsStaff,
  runCommandAsStaff,
  runCommandInline,
  offerPass,
  uploadImageAsStaff,
  readImageAsStaff,
  readSettings,
  readOwnTextsAsStaff,
  readTeam,
  addInvitation,
  dropInvitation,
  readInsights,
  readKeys,
  makeSiteKey,
  readLabels,
  readSavedReplies,
  addSavedReply,
  noteSavedReply,
  removeSavedReply,
  readSavedViews,
  addSavedView,
  removeSavedView,
]

/** Every route there is, by rising privilege. Express and the OpenAPI document are both made of this list. */
export const routes: readonly Route[] = [...described, describeRoutes(described)]
