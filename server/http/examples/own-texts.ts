import type { OwnTexts } from '../../contract/own-texts.ts'

export const exampleOwnTexts: OwnTexts = {
  texts: {
    'composer.placeholder': 'Ask the makers anything',
    'thread.replies': { one: '{n} voice', other: '{n} voices' },
  },
}
