/** Paths for `Icon` that only the team sees. */
export const INBOX =
  'M2.5 9.5 4.4 3.8a1 1 0 0 1 .95-.7h5.3a1 1 0 0 1 .95.7l1.9 5.7v2.4a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1ZM2.7 9.5h3l.8 1.6h3l.8-1.6h3'
export const CHART = 'M3 13.5h10.5M4.5 11V8M8 11V3.5M11.5 11V6'
export const GEAR =
  'M8 5.8a2.2 2.2 0 1 0 .01 0M8 2v1.6M8 12.4V14M2 8h1.6M12.4 8H14M3.8 3.8l1.1 1.1M11.1 11.1l1.1 1.1M12.2 3.8l-1.1 1.1M4.9 11.1l-1.1 1.1'
export const PENCIL = 'M3 13l.6-2.6 7-7a1 1 0 0 1 1.4 0l.6.6a1 1 0 0 1 0 1.4l-7 7Z'
export const OUT =
  'M6.5 3.5h-2a1.5 1.5 0 0 0-1.5 1.5v6.5A1.5 1.5 0 0 0 4.5 13H11a1.5 1.5 0 0 0 1.5-1.5v-2M9 3h4v4M13 3 7.5 8.5'
export const PLUS = 'M8 3.5v9M3.5 8h9'
export const DOWN = 'M4.5 6.5 8 10l3.5-3.5'
export const STAR = 'M3.5 8.5l3 3 6-7'
export const EYE_OFF =
  'M2.5 2.5l11 11M6.6 6.7a2 2 0 0 0 2.7 2.7M4.3 4.6C2.9 5.6 2 7.1 1.7 8c.7 1.8 3 4.3 6.3 4.3 1.2 0 2.2-.3 3.1-.8M7 3.8c.3 0 .7-.1 1-.1 3.3 0 5.6 2.5 6.3 4.3-.2.6-.7 1.4-1.3 2.1'
export const FILTER = 'M2.5 4h11M4.5 8h7M6.5 12h3'
export const SHIELD = 'M8 2 3 4v4c0 3 2 5 5 6 3-1 5-3 5-6V4Z'
