/**
 * Remembers one value for each id, for as long as it is made from the same things. Documents are immutable, so identity
 * tells. What a turn does not ask for is forgotten with it.
 */
export class Memory<V> {
  private last = new Map<string, Remembered<V>>()
  private next = new Map<string, Remembered<V>>()

  recall(id: string, from: readonly unknown[], make: () => V): V {
    const known = this.next.get(id) ?? this.last.get(id)
    const value = known && sameThings(known.from, from) ? known : { from, value: make() }
    this.next.set(id, value)
    return value.value
  }

  /** `keep` says what stays though this turn did not ask for it. */
  endTurn(keep: (id: string) => boolean = () => false): void {
    for (const [id, value] of this.last) if (!this.next.has(id) && keep(id)) this.next.set(id, value)
    this.last = this.next
    this.next = new Map()
  }
}

interface Remembered<V> {
  readonly from: readonly unknown[]
  readonly value: V
}

function sameThings(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((thing, index) => thing === b[index])
}
