/** Letters that pass for a Latin one, as drawn by common fonts: Cyrillic, Greek, Armenian, IPA and small capitals. */
const LOOK_ALIKES: Record<string, string> = {
  a: 'аɑαᴀ@4',
  b: 'ьвʙƅ8',
  c: 'сϲᴄƈς',
  d: 'ԁɗᴅđð',
  e: 'еєҽᴇεɛ3ё',
  f: 'ƒꜰғ',
  g: 'ɡɢցǥ9',
  h: 'һհʜнħ',
  j: 'јʝᴊϳ',
  k: 'кκᴋƙ',
  l: 'iі1|!ıɩιӏɪʟłլⅼ',
  m: 'мᴍ',
  n: 'пոɴηŋ',
  o: 'оοօᴏøσө0',
  p: 'рρᴘƿ',
  q: 'ԛգզ',
  r: 'гʀɾᴦ',
  s: 'ѕꜱƽʂ5$',
  t: 'тτᴛŧ7',
  u: 'υսᴜμцʋ',
  v: 'ѵνᴠ',
  w: 'ԝѡᴡɯшω',
  x: 'хχҳ',
  y: 'уүʏγ',
  z: 'ᴢʐƶ2',
}

const latinFor = new Map(
  Object.entries(LOOK_ALIKES).flatMap(([latin, others]) => [...others].map(other => [other, latin] as const)),
)

const PAIRS: [RegExp, string][] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/æ/g, 'ae'],
  [/œ/g, 'oe'],
  [/ß/g, 'ss'],
]

/**
 * What is left of a text once everything is gone that eyes forgive: case, accents, spaces, punctuation and
 * letters of another script that look the same. Two texts with one skeleton can be taken for each other.
 */
export function skeleton(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const latin = [...bare].map(letter => latinFor.get(letter) ?? letter).join('')
  return PAIRS.reduce((t, [from, to]) => t.replace(from, to), latin).replace(/[^\p{L}\p{N}]/gu, '')
}
