import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/inline.ts'

/** What the team reads on a brand’s page, and in the window that lets it answer there. */
export const messages: Translation<typeof en> = {
  'in.unanswered': { other: 'このページで未回答 {n} 件' },
  'in.flagged': { other: '報告あり {n} 件' },
  'in.left': 'あと{duration}で終了',
  'in.over': 'ここでの時間が終わりました。書いた内容は残っています。',
  'in.renew': '延長する',
  'in.inbox': '受信箱を開く',
  'in.asVisitor': '訪問者として見る',
  'in.seeing': '訪問者にはこう見えます。いま書く内容は訪問者としてのものになります。',
  'in.waiting': '{duration}待っています',
  'in.looking': { other: '{names}も見ています' },
  'in.began': 'ここでは{name}として回答します',
  'in.title': 'サインインしてここで回答',
  'in.window': '開いたウィンドウで続けてください。',
  'in.blocked': 'ウィンドウが開かない、または何も起きないとき',
  'in.openIt': 'サインインページを開く',
  'in.code': '表示されたコード',
  'in.use': 'コードを使う',
  'in.codeEmpty': 'コードを入力してください',
  'in.codeWrong': 'コードが違うか、使用済みか、古くなっています。新しいコードを取得してください。',
  'pass.title': '{origin}で回答する',
  'pass.ask': '{brand}のこのページに、{name}として{duration}書くことを許可しますか？',
  'pass.may':
    '返信、メモの追加、公式回答の指定、ステータスの変更、非表示ができます。ほかのことや、ほかの場所ではできません。',
  'pass.allow': '許可する',
  'pass.unsure':
    'どのページからの要求か、ブラウザから確認できません。ご自身が{origin}から来た場合だけ続けてください。',
  'pass.typeIt': 'このコードを{origin}に入力してください',
  'pass.codeWhy': '1回だけ、2分以内に、そのページでだけ使えます。誰にも渡さないでください。',
  'pass.done': '完了しました。このウィンドウは閉じてかまいません。',
  'pass.foreign': '{origin}は{brand}で許可されたページではありません',
  'pass.noRole': 'あなたの役割は閲覧のみで、回答はできません',
  'pass.noSite': 'あなたはこのサイトのチームにいません',
  'pass.lost': '回答したいページから始めてください',
}
