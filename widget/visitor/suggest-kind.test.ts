import { expect, it } from 'vitest'
import { KINDS } from '../../server/contract/limits.ts'
import type { Kind } from '../../server/contract/site.ts'
import { createFormats } from '../i18n/formats.ts'
import { messages as italian } from '../i18n/it/composer.ts'
import { texts } from '../i18n/texts.ts'
import { translator } from '../i18n/translate.ts'
import { suggestKind } from './suggest-kind.ts'

const en = translator(texts, createFormats('en'))
const it_ = translator({ ...texts, ...italian }, createFormats('it')) as typeof en

it.each([
  ['question', 'Can I pause my plan?'],
  ['question', 'where do I find my invoices'],
  ['question', '請問可以暫停嗎？'],
  ['idea', 'It would be great to have a dark mode'],
  ['problem', 'The export doesn’t work on Safari'],
  ['problem', 'Why does it not open any more?'],
  ['problem', 'The lamp won’t start'],
  ['problem', 'Notifications are not working'],
  ['praise', 'Thank you, what a lovely lamp'],
] as const)('takes it in English for a %s: %s', (kind, text) => {
  expect(suggestKind(text, KINDS, en)).toBe(kind)
})

it.each([
  ['question', 'Posso mettere in pausa il piano'],
  ['question', 'È possibile avere due lampade?'],
  ['question', 'perché costa così tanto'],
  ['idea', 'Vorrei una lampada più piccola'],
  ['idea', 'Si potrebbe aggiungere un timer?'],
  ['problem', 'Il sito non funziona'],
  ['problem', 'Ricevo un errore quando pago'],
  ['praise', 'Grazie mille, bellissima'],
] as const)('takes it in Italian for a %s: %s', (kind, text) => {
  expect(suggestKind(text, KINDS, it_)).toBe(kind)
})

const examples: Readonly<Record<string, Readonly<Record<Kind, string>>>> = {
  ar: {
    question: 'كيف أوقف اشتراكي',
    idea: 'أتمنى وجود وضع داكن',
    problem: 'التصدير لا يعمل',
    praise: 'شكرًا جزيلًا لكم',
  },
  de: {
    question: 'Wo finde ich meine Rechnungen',
    idea: 'Ein dunkles Design wäre toll',
    problem: 'Der Export funktioniert nicht',
    praise: 'Vielen Dank für die Lampe',
  },
  es: {
    question: 'Dónde están mis facturas',
    idea: 'Me gustaría un modo oscuro',
    problem: 'La exportación no funciona',
    praise: 'Muchas gracias por todo',
  },
  fr: {
    question: 'Comment mettre en pause',
    idea: 'Ce serait bien d’avoir un mode sombre',
    problem: 'L’export ne fonctionne pas',
    praise: 'Merci beaucoup pour la lampe',
  },
  ja: {
    question: '請求書はどこですか',
    idea: 'ダークモードがほしいです',
    problem: '書き出しが動かないです',
    praise: 'いつもありがとうございます',
  },
  nl: {
    question: 'Waar vind ik mijn facturen',
    idea: 'Een donkere modus zou fijn zijn',
    problem: 'De export werkt niet',
    praise: 'Bedankt voor de mooie lamp',
  },
  'pt-BR': {
    question: 'Onde encontro minhas faturas',
    idea: 'Seria ótimo ter um modo escuro',
    problem: 'A exportação não funciona',
    praise: 'Muito obrigada pela ajuda',
  },
}

it.each(Object.entries(examples))('knows the kinds by the words of %s', async (locale, byKind) => {
  const { messages } = await import(`../i18n/${locale}/composer.ts`)
  const t = translator({ ...texts, ...messages }, createFormats(locale)) as typeof en
  for (const [kind, text] of Object.entries(byKind)) expect(suggestKind(text, KINDS, t), text).toBe(kind)
})

it('suggests nothing where nothing tells', () => {
  expect(suggestKind('Blue lamp, two metres', KINDS, en)).toBeNull()
  expect(suggestKind('Whoever reads this: the debugger', KINDS, en)).toBeNull()
  expect(suggestKind('', KINDS, en)).toBeNull()
})

it('suggests only kinds that the site takes', () => {
  expect(suggestKind('Can I pause my plan?', ['idea', 'problem'], en)).toBeNull()
})
