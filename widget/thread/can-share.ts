/** On touch the system offers where to send a link; elsewhere it is copied. */
export const canShare = (): boolean => 'share' in navigator && matchMedia('(pointer: coarse)').matches
