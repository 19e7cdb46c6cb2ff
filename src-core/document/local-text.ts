/** A sentence for people, in both languages of the program. */
export interface LocalText {
  readonly zh: string
  readonly en: string
}

/** “3 lines”, “1 line”: a count in an English sentence. */
export function counted(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`
}
