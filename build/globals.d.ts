/** The finished widget builds, written into the tag: `import('./<hash>/<locale>/app.js')`. */
declare const __PARLA_APPS__: import('./app-build.ts').AppBuild
