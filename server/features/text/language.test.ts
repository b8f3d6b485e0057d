import { describe, expect, test } from 'vitest'
import { languageOf } from './language.ts'

describe('[U8] the words of a text say its language, whatever the page speaks', () => {
  test.each([
    ['en', 'it', 'Can I pause my plan? I am away for two months.'],
    ['it', 'en', 'Posso mettere in pausa il mio piano? Sono via per due mesi.'],
    ['fr', 'en', 'Est-ce que je peux mettre mon abonnement en pause pour deux mois ?'],
    ['es', 'pt-BR', '¿Puedo pausar mi plan? Estoy fuera dos meses y no quiero perder los datos.'],
    ['pt', 'es', 'Posso pausar o meu plano? Vou ficar fora por dois meses e não quero perder os dados.'],
    ['de', 'nl', 'Kann ich meinen Tarif pausieren? Ich bin zwei Monate nicht da.'],
    ['nl', 'de', 'Kan ik mijn abonnement pauzeren? Ik ben twee maanden niet thuis.'],
    ['en', 'ar', 'Where can I find the invoices of last year?'],
    ['it', 'ja', 'Dove si trovano le fatture dell’anno scorso?'],
    ['ja', 'en', 'iPhone の Safari でアプリが落ちます'],
    ['ar', 'it', 'هل يمكنني إيقاف الاشتراك؟'],
    ['fa', 'ar', 'می‌توانم اشتراک را متوقف کنم؟'],
    ['ur', 'en', 'کیا میں پلان روک سکتا ہوں؟'],
    ['he', 'en', 'אפשר להשהות את התוכנית?'],
    ['ru', 'it', 'Можно приостановить тариф?'],
    ['uk', 'en', 'Чи можна призупинити тариф? Їду на два місяці.'],
    ['el', 'en', 'Μπορώ να σταματήσω το πρόγραμμα;'],
    ['ko', 'ja', '요금제를 일시 중지할 수 있나요?'],
    ['th', 'en', 'หยุดแพ็กเกจชั่วคราวได้ไหม'],
    ['hi', 'en', 'क्या मैं योजना रोक सकता हूँ?'],
    ['zh', 'en', '可以暂停订阅吗？'],
    ['ja', 'en', 'これ見て https://lume.example/a/very/long/address/of/a/page'],
  ])('%s on a page in %s: %s', (language, page, text) => {
    expect(languageOf(text, page)).toBe(language)
  })
})

describe('what says too little is in the language of its page', () => {
  test.each([
    ['en', 'Dark mode'],
    ['it', 'Ok grazie'],
    ['de', 'Safari 17.4 crash'],
    ['pt-BR', 'Posso pausar o meu plano? Não quero perder os dados.'],
    ['ja', '写真追加'],
    ['bg', 'Може ли да спра плана?'],
    ['it', '🦊 12,50'],
    ['en', 'see https://lume.example/di/il/la/per/che/non'],
    // Words of the widget's languages are no proof against one that it does not speak.
    ['pl', 'Czy mogę na chwilę zatrzymać mój plan?'],
    ['en', 'What does こんにちは mean to you when you are in a hurry?'],
  ])('%s: %s', (page, text) => {
    expect(languageOf(text, page)).toBe(page)
  })
})

describe('without a page', () => {
  test.each([
    ['it', 'Non funziona con il mio account'],
    ['ja', 'こんにちは'],
    [null, 'Dark mode'],
    [null, '12'],
    [null, ''],
  ])('%s: %s', (language, text) => {
    expect(languageOf(text)).toBe(language)
  })
  test('and nothing is guessed from a page in another script', () => {
    expect(languageOf('Dark mode', 'ar')).toBeNull()
  })
})
