/** The smallest number that each of these texts is ever shown with. */
const LEAST: Readonly<Record<string, number>> = {
  'ago.day': 3,
  'ago.hour': 1,
  'ago.minute': 1,
  'err.long': 1,
  'frame.count': 1,
  'lasts.day': 1,
  'lasts.hour': 1,
  'lasts.minute': 5,
  'launcher.news': 1,
  'live.posts': 1,
  'live.replies': 1,
  // Two are named.
  'presence.count': 3,
  'similar.found': 1,
  'thread.earlier': 1,
}

/** The largest number each form is for, in all our languages; forms that are not here have none. */
const LARGEST: { readonly [Form in Intl.LDMLPluralRule]?: number } = { zero: 0, one: 1, two: 2 }

/** Whether a text can ever be shown in this form: browsers need not get the others. */
export const isReachable = (key: string, form: string): boolean =>
  (LARGEST[form as Intl.LDMLPluralRule] ?? Number.POSITIVE_INFINITY) >= (LEAST[key] ?? 0)
