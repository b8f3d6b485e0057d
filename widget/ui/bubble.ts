/** A path for `Icon`: the launcher's, and the team's. */
export const BUBBLE = 'M4 3h8a2 2 0 0 1 2 2v4a2 2 0 0 1-2 2H8l-4 3v-3a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2Z'
