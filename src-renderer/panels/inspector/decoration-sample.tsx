/** What lines, borders and figures look like: the very shapes that the engine sets, in the window's own ink. */
import type { BorderKind, Figure } from '../../../src-core/document/decoration.ts'
import { BLACK } from '../../../src-core/document/swatches.ts'
import { traceOutline } from '../../../src-core/paint/canvas/glyph-shapes.ts'
import type { FrameItem } from '../../../src-core/typeset/frame.ts'
import { borderThickness, frameItems } from '../../../src-core/typeset/page/decoration/border.ts'
import { figureItem } from '../../../src-core/typeset/page/decoration/figures.ts'
import { rectOutline } from '../../../src-core/typeset/page/decoration/outline.ts'

const WIDTH = 96
const HEIGHT = 12
const PEN = { ink: { color: BLACK }, thin: 0.6, least: 0.3 }

/** The upper side of a frame. */
export function BorderSample({ kind }: { readonly kind: BorderKind | 'none' }) {
  if (kind === 'none') return null
  const y = (HEIGHT - borderThickness(kind, undefined, PEN)) / 2
  return <Drawn width={WIDTH} height={HEIGHT} items={frameItems(rectOutline({ x: 0, y, width: WIDTH, height: WIDTH }), { border: kind, sides: ['top'] }, PEN)} />
}

export function FigureSample({ kind }: { readonly kind: Figure }) {
  return <Drawn width={40} height={18} items={[figureItem(kind, { x: 0, y: 0, width: 40, height: 18 }, PEN.ink)]} />
}

interface DrawnProps {
  readonly width: number
  readonly height: number
  readonly items: readonly FrameItem[]
}

function Drawn({ width, height, items }: DrawnProps) {
  return (
    <svg aria-hidden width={width} height={height} viewBox={`0 0 ${width} ${height}`} stroke="currentColor" fill="currentColor">
      {items.map((item, index) =>
        item.kind === 'rule' ? (
          <line key={index} x1={item.x1} y1={item.y1} x2={item.x2} y2={item.y2} strokeWidth={item.width} />
        ) : item.kind === 'path' ? (
          <path key={index} stroke="none" transform={`translate(${item.x} ${item.y})`} d={pathData(item.path)} />
        ) : null,
      )}
    </svg>
  )
}

function pathData(path: readonly number[]): string {
  const written: string[] = []
  const step = (letter: string) => (...points: readonly number[]) => void written.push(letter + points.join(' '))
  traceOutline(path, { moveTo: step('M'), lineTo: step('L'), quadraticCurveTo: step('Q'), bezierCurveTo: step('C'), closePath: step('Z') })
  return written.join('')
}
