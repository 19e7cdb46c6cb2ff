/** Medians and percentiles of repeated timings, in milliseconds. */
export interface Timings {
  readonly median: number
  readonly p95: number
}

export function summarise(milliseconds: readonly number[]): Timings {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
  return { median: at(0.5), p95: at(0.95) }
}

/** Times `work` `rounds` times after `warmUp` uncounted rounds; each round gets its number. */
export function repeat(rounds: number, warmUp: number, work: (round: number) => void): Timings {
  const times: number[] = []
  for (let round = 0; round < rounds + warmUp; round++) {
    const start = performance.now()
    work(round)
    if (round >= warmUp) times.push(performance.now() - start)
  }
  return summarise(times)
}
