const LONGEST = 512

/** What the page's conversations belong to: an explicit key, or the address without query and hash. */
export const pageKey = (explicit: string | undefined): string =>
  (explicit || location.origin + location.pathname).slice(0, LONGEST)
