/**
 * Names of properties that are the widget's alone: no server, page, storage or browser knows them. Its build shortens them.
 * `test/guards/own-names.test.ts` holds that nobody else does.
 */
const OWN_NAMES = `
  peek solid ends learn notice phase want writer asker counted onPress recall remember onChoose replica stored onClose
  readers waits clearSearch drawing failureText listed resets tree unsent cleanUp ears justPosted onEdit reads receive
  showFresh successor unfollow announcing closeLabel firstEar gone homeless introduce isWanted lose needsName onSend prefetch
  setMayAppend countNews wanted widen Announcer Composer Folded Follow HeaderMenu MessageState
  NewPosts PostDetails PresenceLine Refused ThreadPage Tombstone Toolbar alone announceReply brief errorPrefix failures
  opened marks mailbox Locked takesImages sendsMail reconnect choose avatar typedAt effects inFlow inputRef isTheirs isUnread lastSeen markSeen newFrom newReply newThread onDone onReply onSeen openThread
  rememberHeight renew settle showEarlier showHistory styles arrived mayGo choice lookedAt parts
`

const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** By each name the short one: a capital letter, or two letters. Nothing else in the widget is called so. */
export const SHORT_NAMES: ReadonlyMap<string, string> = new Map(
  OWN_NAMES.trim()
    .split(/\s+/)
    .map((name, at) => {
      const more = Math.floor(at / CAPITALS.length)
      const last = CAPITALS.charAt(at % CAPITALS.length)
      return [name, more ? CAPITALS.charAt(more - 1) + last.toLowerCase() : last]
    }),
)
