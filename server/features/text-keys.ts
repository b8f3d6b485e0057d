/** What may be filled in to one of the widget's texts, and whether it counts something and so has plural forms. */
export interface TextKind {
  readonly places: readonly string[]
  readonly counted: boolean
}

/**
 * The texts of the widget that a site may put words of its own in the place of, by what is filled in. Those by which
 * kinds are guessed are no words for people. `test/guards/texts.test.ts` holds the list against the catalogues.
 */
const KINDS_OF_TEXTS: readonly (TextKind & { readonly keys: string })[] = [
  {
    places: [],
    counted: false,
    keys: `
      action.cancel action.delete action.deleted action.edit action.reply action.report action.retry
      action.save action.undo ago.before ago.months ago.now ago.yesterday answer.byTeam answer.choose
      answer.chosen answer.helped answer.isAccepted answer.isOfficial answer.jump answer.unchoose
      composer.cancel composer.ctrlEnter composer.discard composer.kind composer.label composer.placeholder composer.post
      composer.postAnyway composer.privacy composer.privacyFound composer.public composer.reply
      composer.replyPlaceholder composer.restored composer.suggested empty.filter empty.mine empty.post
      empty.title empty.unanswered err.banned err.closed err.elsewhere err.email err.empty err.gone err.imageLost
      err.imagesFull err.kind err.load err.merged err.name err.nameRefused err.network err.prefix err.reload
      err.server file.add file.alt filter.all filter.mine filter.page filter.status frame.back frame.close
      frame.menu frame.privacy frame.skip frame.team image.failed image.next image.previous kind.idea kind.praise
      kind.problem kind.question kinds.idea kinds.praise kinds.problem kinds.question letter.again
      letter.waits list.clear list.filter list.loading list.mineNow list.new list.search list.sort
      list.status mention.people net.offline net.paused net.reconnecting notice.online notice.posted
      notice.restored notice.saved notice.unfollowing notice.vote_added notice.vote_removed notify.done
      notify.off notify.on presence.replyFew report.abuse report.choose report.done report.other
      report.private report.show report.spam report.title report.words select.ask send.discard send.edit
      send.failed send.held send.pending send.queued similar.none similar.use site.closed sort.newest
      sort.recent sort.top sort.trending sort.unanswered sr.announce staff.author staff.visitor standing.link starter.idea
      starter.problem starter.question status.answered status.closed status.declined status.fixed
      status.fixing status.open status.planned status.progress status.review status.shipped status.wontfix
      thread.closed thread.closedNew thread.copied thread.copy thread.deleted thread.edited thread.history
      thread.loadFailed thread.loading thread.replyGone thread.share thread.since vote.idea vote.metoo
      vote.praise who.change who.email who.emailHint who.forget who.forgotten who.name who.nameHint
      who.title`,
  },
  {
    places: ['a'],
    counted: false,
    keys: `
      who.terms`,
  },
  {
    places: ['address'],
    counted: false,
    keys: `
      letter.sent`,
  },
  {
    places: ['all', 'at'],
    counted: false,
    keys: `
      image.of`,
  },
  {
    places: ['brand'],
    counted: false,
    keys: `
      err.nameTaken frame.open frame.title image.removed list.pinned staff.badge thread.removedPlain
      thread.retitled`,
  },
  {
    places: ['brand', 'name'],
    counted: false,
    keys: `
      notice.replyStaff staff.verified`,
  },
  {
    places: ['brand', 'reason'],
    counted: false,
    keys: `
      thread.removed`,
  },
  {
    places: ['d', 'm', 'y'],
    counted: false,
    keys: `
      ago.date`,
  },
  {
    places: ['day', 'time'],
    counted: false,
    keys: `
      presence.back presence.backOn`,
  },
  {
    places: ['duration'],
    counted: false,
    keys: `
      err.rate presence.replyTime`,
  },
  {
    places: ['kind'],
    counted: false,
    keys: `
      empty.kind`,
  },
  {
    places: ['key'],
    counted: false,
    keys: `
      composer.keys`,
  },
  {
    places: ['max', 'name'],
    counted: false,
    keys: `
      file.many`,
  },
  {
    places: ['n'],
    counted: false,
    keys: `
      list.more`,
  },
  {
    places: ['name'],
    counted: false,
    keys: `
      answer.accepted composer.replyLabel file.preparing file.remove file.type frame.powered notice.reply
      presence.typing thread.replyTo who.as`,
  },
  {
    places: ['name', 'percent'],
    counted: false,
    keys: `
      file.progress`,
  },
  {
    places: ['name', 'status'],
    counted: false,
    keys: `
      standing.changed`,
  },
  {
    places: ['name', 'when'],
    counted: false,
    keys: `
      thread.readBy`,
  },
  {
    places: ['query'],
    counted: false,
    keys: `
      empty.query`,
  },
  {
    places: ['reason'],
    counted: false,
    keys: `
      standing.why`,
  },
  {
    places: ['status'],
    counted: false,
    keys: `
      standing.title`,
  },
  {
    places: ['title'],
    counted: false,
    keys: `
      loop.shipped thread.merged thread.movedHere thread.parted`,
  },
  {
    places: ['brand', 'n'],
    counted: true,
    keys: `
      presence.count`,
  },
  {
    places: ['brand', 'names'],
    counted: true,
    keys: `
      empty.body`,
  },
  {
    places: ['n'],
    counted: true,
    keys: `
      ago.day ago.hour ago.minute composer.left err.long frame.count lasts.day lasts.hour lasts.minute
      launcher.news list.results live.posts live.replies similar.found thread.earlier thread.replies
      vote.count`,
  },
  {
    places: ['names'],
    counted: true,
    keys: `
      presence.names presence.team`,
  },
]

export const TEXTS: ReadonlyMap<string, TextKind> = new Map(
  KINDS_OF_TEXTS.flatMap(({ keys, ...kind }) =>
    keys
      .trim()
      .split(/\s+/)
      .map(key => [key, kind] as const),
  ),
)
