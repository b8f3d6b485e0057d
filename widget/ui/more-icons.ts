/** Paths for `Icon` that later chunks need. */
export const BACK = 'M10 3.5 5.5 8l4.5 4.5'
export const ARROW_DOWN = 'M8 3v9.5M4 9l4 4 4-4'
export const LINK =
  'M6.7 9.3a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.3 6.7a2.6 2.6 0 0 0-3.7 0L3.3 9a2.6 2.6 0 0 0 3.7 3.7l.8-.8'
export const DOTS = 'M3.5 8v.01M8 8v.01M12.5 8v.01'
export const CLOSE = 'M4 4l8 8M12 4l-8 8'
export const LOCK = 'M4.5 7.5h7v5.5h-7ZM6 7.5V5.3a2 2 0 0 1 4 0v2.2'
export const SEARCH = 'M7 3a4 4 0 1 0 .01 0M10 10l3 3'
export const BELL = 'M4 11V7.5a4 4 0 0 1 8 0V11l1.2 1H2.8ZM7 14h2'
export const PICTURE = 'M2.5 3.5h11v9h-11ZM3 11.5l3-3.5 2.5 2.5 2-2 3 3'
export const ARROW_UP = 'M8 13V3.5M4 7l4-4 4 4'
