/**
 * Closed sets and limits shared by the server and the page.
 * A leaf file: it imports nothing, so the widget may take values from it (rule 1 of ARCHITECTURE.md).
 */

/** Version of everything that crosses the wire. `protocol.test.ts` pins the hash of all schemas beside it. */
export const PROTOCOL = 1
/** Oldest version still served; older clients are told to reload. */
export const OLDEST_PROTOCOL = 1

export const KINDS = ['question', 'idea', 'problem', 'praise'] as const
export const STATUSES = ['open', 'review', 'planned', 'progress', 'shipped', 'declined'] as const
/** The life of each kind. Questions are answered and praise is thanked: neither is planned. */
export const STATUSES_BY_KIND = {
  question: [],
  praise: [],
  idea: STATUSES,
  problem: ['open', 'review', 'progress', 'shipped', 'declined'],
} as const
/** By falling power. A viewer reads what the team reads and writes nothing. */
export const ROLES = ['owner', 'admin', 'agent', 'moderator', 'viewer'] as const
export const SORTS = ['recent', 'newest', 'top', 'trending', 'unanswered'] as const
export const REPORT_REASONS = ['spam', 'abuse', 'private', 'other'] as const
/** The first is taken where somebody reads none of them. */
export const LOCALES = ['en', 'it', 'ar', 'fr', 'es', 'de', 'pt-BR', 'nl', 'ja'] as const
/** Whose lines begin on the right. */
export const RIGHT_TO_LEFT: readonly string[] = ['ar']
export const INBOX_VIEWS = ['unanswered', 'mine', 'waiting', 'ideas', 'flagged', 'all'] as const
export const INBOX_SORTS = ['waiting', 'recent', 'newest', 'votes'] as const
/** Rules of moderation in the order of their weight, and `staff` for what somebody of the team put back to wait. */
export const MODERATION_RULES = ['words', 'links', 'repeat', 'rate', 'first', 'staff'] as const
/** Pages a thread may be announced on by name. */
export const ANNOUNCE_PAGES_MAX = 50
/** Announced threads a page is told of. */
export const ANNOUNCED_MAX = 3
/** Threads that are merged into one in one go. */
export const MERGE_MAX = 50
/** What entries of the log are about. */
export const AUDIT_SUBJECTS = ['conversations', 'people', 'setup'] as const
export const QUEUES = ['held', 'reported', 'hidden'] as const
/** Words a site may hold messages for, and characters of one. */
export const WORDS_MAX = 500
export const WORD_MAX = 60

/** Characters (UTF-16 code units) of a message as typed. */
export const BODY_MAX = 10_000
/** Characters of a title. Titles made from the first sentence are cut at {@link TITLE_AUTO_MAX}. */
export const TITLE_MAX = 160
export const TITLE_AUTO_MAX = 90
/** Characters of the plain-text excerpt on a card, and of a quoted reference. */
export const EXCERPT_MAX = 200
export const QUOTE_MAX = 80
/** A name's limits: user-perceived characters, and bytes in UTF-8. */
export const NAME_GRAPHEMES = 40
export const NAME_BYTES = 160
export const NAME_MARKS_PER_BASE = 4
/** Characters of a public reason (status, hide) and of a report's words. */
export const REASON_MAX = 2_000
export const URL_MAX = 2_048
export const PAGE_KEY_MAX = 512
export const PAGE_TITLE_MAX = 200
export const LABEL_MAX = 40
export const LABELS_PER_THREAD = 10
/** Characters of the name of a saved reply or view; how many a site keeps of the one, and a person or team of the other. */
export const SAVED_NAME_MAX = 60
export const SAVED_REPLIES_MAX = 200
export const SAVED_VIEWS_MAX = 30
export const SEARCH_MAX = 200
/** Characters of a text being written that similar threads are looked for with, and how many are shown. */
export const SIMILAR_TEXT_MAX = 300
export const SIMILAR_MAX = 3
/** Characters of a brand's identity token. */
export const TOKEN_MAX = 4_096
export const EMAIL_MAX = 254
export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 256

/** What pictures may be: their formats, how many a message has, bytes of a file, pixels of a side, characters of a description. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const
export const IMAGES_MAX = 4
export const IMAGE_BYTES = 5 * 1024 * 1024
export const IMAGE_SIDE_MAX = 4_096
export const ALT_MAX = 500

/** Threads a page of a list holds by default, and at most. */
export const PAGE_SIZE = 10
export const PAGE_SIZE_MAX = 50
/** Replies the thread view starts with; earlier ones are asked for. */
export const REPLIES_SIZE = 20
/** Pages one counts request may name. */
export const COUNT_PAGES_MAX = 50

/** Bytes of one JSON body or socket message, and how deep it may nest. */
export const MESSAGE_BYTES = 64 * 1024
export const MESSAGE_DEPTH = 8
export const HEADER_BYTES = 16 * 1024
/** Streams one socket may watch. */
export const WATCH_MAX = 10
/** Changes one pull answers at the most; further behind means a reset. */
export const PULL_MAX = 500
/** Seconds a long-poll may wait. */
export const PULL_WAIT_MAX = 25
/** Milliseconds between two beacons. */
export const BEACON_MS = 25_000
/** Milliseconds a deleted message can be restored by its author. */
export const RESTORE_MS = 24 * 60 * 60 * 1000
/** Milliseconds in which a merge can be undone. */
export const UNMERGE_MS = 30 * 24 * 60 * 60 * 1000
/** Milliseconds in which an edit leaves no visible mark. */
export const SILENT_EDIT_MS = 15 * 60 * 1000

/** Whether a site's conversations have pages of their own, and search engines may list them. */
export const HOSTED = ['indexed', 'unindexed', 'off'] as const
/** Characters of a brand's name. */
export const BRAND_MAX = 80
/** Origins one site may name. */
export const ORIGINS_MAX = 50
/** Characters of a brand's address for its privacy policy or its terms. */
export const PAPER_URL_MAX = 500
/** Characters of a text that a site puts in the place of one of the widget's, and how many it has in one language. */
export const OWN_TEXT_MAX = 200
export const OWN_TEXTS_MAX = 200
/** Stretches of office hours in a week. */
export const OFFICE_HOURS_MAX = 28
/** Milliseconds a pass for answering on a brand's page lasts, and the code it is got with. */
export const PASS_MS = 15 * 60 * 1000
export const PASS_CODE_MS = 2 * 60 * 1000
/** All that somebody of the team does with a pass, and the commands it takes. */
export const INLINE_ACTIONS = ['reply', 'note', 'status', 'official', 'hide'] as const
export const INLINE_COMMANDS = [
  'reply.post',
  'note.add',
  'thread.status',
  'answer.official',
  'message.hide',
  'image.hide',
] as const
/** Minutes in which a first reply can be promised, at most. */
export const TARGET_MAX_MINUTES = 30 * 24 * 60
