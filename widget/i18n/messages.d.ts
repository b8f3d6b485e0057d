/** The build resolves these to the catalogue of its one locale. */
declare module 'parla:messages/home' {
  export const messages: import('./catalogue.ts').Translation<typeof import('./en/home.ts').messages>
}
declare module 'parla:messages/thread' {
  export const messages: import('./catalogue.ts').Translation<typeof import('./en/thread.ts').messages>
}
declare module 'parla:messages/times' {
  export const messages: import('./catalogue.ts').Translation<typeof import('./en/times.ts').messages>
}
declare module 'parla:messages/composer' {
  export const messages: import('./catalogue.ts').Translation<typeof import('./en/composer.ts').messages>
}
declare module 'parla:messages/launcher' {
  export const messages: import('./catalogue.ts').Translation<typeof import('./en/launcher.ts').messages>
}
declare module 'parla:messages/staff' {
  export const messages: import('./catalogue.ts').Translation<typeof import('./en/staff.ts').messages>
}
declare module 'parla:messages/state' {
  export const messages: import('./catalogue.ts').Translation<typeof import('./en/state.ts').messages>
}
declare module 'parla:messages/notice' {
  export const messages: import('./catalogue.ts').Translation<typeof import('./en/notice.ts').messages>
}
declare module 'parla:messages/controls' {
  export const messages: import('./catalogue.ts').Translation<typeof import('./en/controls.ts').messages>
}
declare module 'parla:messages/insights' {
  export const messages: import('./catalogue.ts').Translation<typeof import('./en/insights.ts').messages>
}
declare module 'parla:messages/settings' {
  export const messages: import('./catalogue.ts').Translation<typeof import('./en/settings.ts').messages>
}
declare module 'parla:messages/desk' {
  export const messages: import('./catalogue.ts').Translation<typeof import('./en/desk.ts').messages>
}
declare module 'parla:messages/inline' {
  export const messages: import('./catalogue.ts').Translation<typeof import('./en/inline.ts').messages>
}
