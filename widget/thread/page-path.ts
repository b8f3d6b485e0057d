/** The readable path of a page's address, kept left-to-right in any line. */
export const pagePath = (url: string): string => {
  const { pathname } = new URL(url)
  try {
    return `\u2066${decodeURI(pathname)}\u2069`
  } catch {
    return pathname
  }
}
