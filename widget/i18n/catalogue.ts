/**
 * One text, or one per plural category of `Intl.PluralRules`. `other` stands for a category that is missing: alone, it
 * serves every number.
 */
export type Message = string | ({ readonly [C in Intl.LDMLPluralRule]?: string } & { readonly other: string })

/** A translation of the catalogue `C`: the same keys, and a plural where `C` has one. */
export type Translation<C> = {
  readonly [K in keyof C]: C[K] extends string ? string : Exclude<Message, string>
}
