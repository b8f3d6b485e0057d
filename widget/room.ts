/** CSS pixels kept for an inline widget until it is drawn, so that the page does not move. */
export const ROOM = 320
