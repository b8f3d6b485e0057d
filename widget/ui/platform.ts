/** Whether the key beside the space bar is ⌘. */
export const isApple = (): boolean => /mac|iphone|ipad/i.test(navigator.platform)
