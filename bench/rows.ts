/** The table that a bench run prints. */
export interface Row {
  readonly name: string
  readonly ours: number
  /** What it is measured against, and that peer's figure in the same unit. */
  readonly peer: readonly [string, number]
  /** Largest ratio that holds. */
  readonly gate: number
  readonly goal: number
  /** A gate that this version may still miss (issue 2: cold export); shown, not failed. */
  readonly open?: boolean
}

/** Prints the rows; true when every gate holds that must. */
export function printRows(rows: readonly Row[]): boolean {
  console.log('| what | ours | against | ratio | gate | goal | |\n|---|---|---|---|---|---|---|')
  let held = true
  for (const { name, ours, peer, gate, goal, open } of rows) {
    const ratio = ours / peer[1]
    const holds = ratio <= gate
    held &&= holds || open === true
    const verdict = ratio <= goal ? 'goal reached' : holds ? 'gate holds' : open ? 'gate open' : 'GATE MISSED'
    console.log(`| ${name} | ${figure(ours)} | ${peer[0]} ${figure(peer[1])} | ${figure(ratio)} | ${figure(gate)} | ${figure(goal)} | ${verdict} |`)
  }
  return held
}

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
