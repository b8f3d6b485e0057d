/** Adds a style sheet's text to the root, once; later parts of the widget bring their own. */
export type Adopt = (css: string) => void

export const createStyles = (root: Document | ShadowRoot): Adopt => {
  const known = new Set<string>()
  return css => {
    if (known.has(css)) return
    known.add(css)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets.push(sheet)
  }
}
