/** Paths for `Icon` that the first screen needs. */
export const QUESTION = 'M5.2 5.8a2.8 2.8 0 1 1 4.2 2.4C8.5 8.8 8 9.3 8 10.2M8 13v.01'
export const IDEA =
  'M8 1.8c.5 4.1 2.1 5.7 6.2 6.2-4.1.5-5.7 2.1-6.2 6.2-.5-4.1-2.1-5.7-6.2-6.2 4.1-.5 5.7-2.1 6.2-6.2Z'
export const PROBLEM = 'M8 3v5.5M8 12.5v.01'
export const PRAISE = 'M8 13.3 2.9 8.3a3.1 3.1 0 0 1 4.4-4.4l.7.7.7-.7a3.1 3.1 0 0 1 4.4 4.4Z'
export const UP = 'M8 5l4.5 6h-9Z'
export const CHECK = 'M3.5 8.5l3 3 6-7'
export const CLOCK = 'M8 2.5a5.5 5.5 0 1 0 .01 0M8 5.2V8l1.8 1.2'
export const TURNING = 'M8 2.5A5.5 5.5 0 1 1 2.5 8'
export const DOT = 'M8 2.5a5.5 5.5 0 1 0 .01 0M8 7.5a.5.5 0 1 0 .01 0'
export const MINUS = 'M4 8h8'
