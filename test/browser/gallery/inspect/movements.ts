import type { Page } from 'playwright-core'

/** Names of animations and transitions, as far as the style sheets let them run now, that move something on the screen. */
export const movements = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const MOVES = /(^|\W)(transform|translate|scale|rotate|inset|top|bottom|margin|width|height)(\W|$)/
    const root = document.querySelector('[data-mode]')?.shadowRoot as ShadowRoot
    const running = (rules: CSSRuleList): CSSRule[] =>
      [...rules].flatMap(rule => {
        if (rule instanceof CSSMediaRule)
          return matchMedia(rule.media.mediaText).matches ? running(rule.cssRules) : []
        return rule instanceof CSSGroupingRule && !(rule instanceof CSSStyleRule)
          ? running(rule.cssRules)
          : [rule]
      })
    const rules = root.adoptedStyleSheets.flatMap(sheet => running(sheet.cssRules))
    const moving = rules.filter(
      (rule): rule is CSSKeyframesRule => rule instanceof CSSKeyframesRule && MOVES.test(rule.cssText),
    )
    const styles = rules.filter((rule): rule is CSSStyleRule => rule instanceof CSSStyleRule)
    const name = (rule: CSSRule) => (rule as CSSStyleRule).selectorText
    return [
      ...moving
        .map(({ name }) => name)
        // As written: a shorthand with a variable has no longhands yet.
        .filter(name =>
          styles.some(({ style }) => new RegExp(`animation[^;]*\\b${name}\\b`).test(style.cssText)),
        ),
      ...styles.filter(({ style }) => MOVES.test(style.transitionProperty)).map(name),
      ...styles.filter(({ style }) => style.scrollBehavior === 'smooth').map(name),
    ]
  })
