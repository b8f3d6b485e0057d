import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/state.ts'

/** What became of a message: on its way, held, refused, deleted, removed. */
export const messages: Translation<typeof en> = {
  'send.pending': '送信しています…',
  'send.held': '確認待ちです。あなただけに見えます。',
  'send.queued': 'オンラインに戻ったら送信します',
  'send.failed': '送信できていません。文章はここに残っています。',
  'send.edit': '編集',
  'send.discard': '破棄',
  'thread.deleted': '投稿者が削除しました',
  'thread.removed': '{brand}が削除しました：{reason}',
  'thread.removedPlain': '{brand}が削除しました',
  'action.deleted': 'メッセージを削除しました',
  'action.undo': '元に戻す',
  'err.prefix': 'エラー：',
  'err.empty': 'メッセージを書いてください',
  'err.name': '名前かニックネームを入力してください',
  'err.nameTaken': 'その名前は{brand}チームのものです。別の名前にしてください。',
  'err.nameRefused': 'その名前はここでは使えません。別の名前にしてください。',
  'err.rate': '投稿の間隔が短すぎます。{duration}後にもう一度試してください。',
  'err.kind': 'この種類のメッセージは受け付けていません。別の種類を選んでください。',
  'err.closed': 'この会話は終了しました。',
  'err.banned': 'ここにはもう投稿できません。',
  'err.merged': 'この会話は別の会話に統合されました。編集すると、そちらに送信できます。',
  'err.gone': 'この会話はもうありません',
  'err.reload': 'このページは古くなっています。読み込み直してから送信してください。',
  'err.elsewhere': '別のページで読む',
  'err.network': '接続がありません。もう一度試してください。',
  'err.server': 'こちらで問題が起きました。もう一度試してください。',
}
