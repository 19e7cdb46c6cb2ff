/**
 * Keeps what was made from a text for as long as it is asked for. Bounded without a clock: when the young half is full
 * it becomes the old one, and what was not asked for meanwhile is gone.
 */
export class TextCache<V> {
  private readonly capacity: number
  private young = new Map<string, V>()
  private old = new Map<string, V>()

  constructor(capacity: number) {
    this.capacity = capacity
  }

  get(text: string, make: () => V): V {
    const found = this.young.get(text)
    if (found !== undefined) return found
    const value = this.old.get(text) ?? make()
    if (this.young.size >= this.capacity) {
      this.old = this.young
      this.young = new Map()
    }
    this.young.set(text, value)
    return value
  }
}
