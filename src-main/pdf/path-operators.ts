/** Paths of frames and glyphs as operators of a content stream. */
import { decimal } from './decimal.ts'

/** Steps as in a glyph's outline (`fonts/face.ts`), about an origin. PDF knows no quadratic curves: each is the cubic that draws the same. */
export function pathOperators(left: number, top: number, path: readonly number[], number: (value: number) => string = decimal): string {
  const operators: string[] = []
  let [fromX, fromY] = [left, top]
  let at = 0
  const point = (): readonly [number, number] => [left + (path[at++] ?? 0), top + (path[at++] ?? 0)]
  const written = (...points: readonly (readonly [number, number])[]) => points.map(([x, y]) => `${number(x)} ${number(y)}`).join(' ')
  while (at < path.length) {
    const step = path[at++]!
    if (step === 4) {
      operators.push('h')
      continue
    }
    const first = point()
    if (step <= 1) {
      operators.push(`${written(first)} ${step === 0 ? 'm' : 'l'}`)
      ;[fromX, fromY] = first
      continue
    }
    const second = point()
    const end = step === 3 ? point() : second
    const handles = step === 3 ? ([first, second] as const) : ([toward(fromX, fromY, first), toward(...end, first)] as const)
    operators.push(`${written(...handles, end)} c`)
    ;[fromX, fromY] = end
  }
  return operators.join(' ')
}

/** Two thirds of the way. */
function toward(x: number, y: number, [toX, toY]: readonly [number, number]): readonly [number, number] {
  return [x + ((toX - x) * 2) / 3, y + ((toY - y) * 2) / 3]
}
