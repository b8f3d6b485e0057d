/** A finished browser build, for which each locale's entry is at `<hash>/<locale>/<entry>.js`. */
export interface AppBuild {
  readonly hash: string
  readonly locales: readonly string[]
}
