import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/composer.ts'

/** Writing: the opened composer, what becomes of a post, and lists that have nothing to show yet. */
export const messages: Translation<typeof en> = {
  'composer.replyPlaceholder': '返信を書く…',
  'composer.replyLabel': '{name}さんへの返信',
  'composer.kind': 'どんなメッセージですか？',
  'composer.suggested': '候補',
  'guess.problem':
    '.*(動かない|動きません|動作しない|開かない|開けません|できません|表示されない|エラー|不具合|壊れ|バグ|故障|固まる|落ちる).*',
  'guess.idea':
    '.*(ほしい|欲しい|てほしい|と嬉しい|とうれしい|と便利|と助かる|追加して|提案|要望|いかがでしょう).*',
  'guess.question':
    '(いつ(?!も)|どこ|なぜ|どうして|だれ|誰|なに|何|どう|どの|どれ|いくら).*|.*(ですか|ますか|でしょうか|ませんか).*',
  'guess.praise': '.*(ありがとう|素晴らしい|すばらしい|最高|感謝|大好き|助かりました|気に入っ).*',
  'composer.post': '投稿する',
  'composer.reply': '返信する',
  'composer.cancel': 'キャンセル',
  'composer.discard': '下書きを削除',
  'composer.restored': '下書きを復元しました',
  'composer.public': '誰でも読めます',
  'composer.left': { other: '残り{n}文字' },
  'composer.privacy': '注文番号、住所、パスワードは書かないでください',
  'composer.privacyFound': '個人情報のようです。全員に見えます。',
  'composer.postAnyway': 'このまま投稿',
  'similar.found': { other: '似た会話が{n}件' },
  'similar.use': 'これのことです',
  'similar.none': 'どれも違います',
  'who.title': 'お名前を教えてください',
  'who.name': '名前',
  'who.nameHint': 'メッセージの横に表示されます。ニックネームでも大丈夫です。',
  'who.as': '{name}として投稿',
  'who.change': '変更',
  'who.forget': 'この端末から私の情報を消す',
  'who.forgotten': 'この端末から情報を消しました',
  'empty.title': 'まだ投稿はありません',
  'empty.body': { other: '{brand}の{names}がすべてのメッセージを読んでいます。' },
  'starter.question': '質問する',
  'starter.idea': 'アイデアを提案する',
  'starter.problem': '問題を報告する',
  'empty.query': '「{query}」に一致するものはありません',
  'empty.kind': '「{kind}」はまだありません',
  'empty.unanswered': 'すべてに回答済みです',
  'empty.filter': '条件に合うものはありません',
  'empty.post': 'これを投稿する',
  'list.clear': '絞り込みを解除',
  'err.long': { other: 'あと{n}文字短くしてください' },
}
