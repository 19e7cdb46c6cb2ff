/** What we use of `hyphen` 1.14. */
declare module 'hyphen' {
  /** Levels, trie and exceptions, as the package's pattern files hold them. */
  type Patterns = readonly unknown[]
  interface Options {
    readonly html?: boolean
    readonly hyphenChar?: string
  }
  export default function createHyphenator(patterns: Patterns, options?: Options): (text: string) => string
}

declare module 'hyphen/patterns/en-us.js' {
  const patterns: readonly unknown[]
  export default patterns
}
