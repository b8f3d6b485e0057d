import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/notice.ts'

/** What is only read out. */
export const messages: Translation<typeof en> = {
  'notice.posted': '投稿しました。誰でも見られます。',
  'notice.vote_added': '投票しました',
  'notice.vote_removed': '投票を取り消しました',
  'notify.done': '返信があればお知らせします',
  'notice.unfollowing': '通知を止めました',
  'notice.saved': '変更を保存しました',
  'notice.restored': 'メッセージを元に戻しました',
  'notice.reply': '{name}さんから新しい返信',
  'notice.replyStaff': '{brand}チームの{name}さんから新しい返信',
  'notice.online': 'オンラインに戻りました',
}
