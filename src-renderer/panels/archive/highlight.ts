export interface Segment {
  readonly text: string
  readonly found: boolean
}

/** An excerpt cut where the words that were searched begin and end. Ranges count code points, rising, not overlapping. */
export function segmentsOf(excerpt: string, matches: readonly (readonly [number, number])[]): readonly Segment[] {
  const characters = [...excerpt]
  const segments: Segment[] = []
  let at = 0
  const take = (to: number, found: boolean) => {
    if (to > at) segments.push({ text: characters.slice(at, to).join(''), found })
    at = Math.max(at, to)
  }
  for (const [from, to] of matches) {
    take(from, false)
    take(to, true)
  }
  take(characters.length, false)
  return segments
}
