/** What painting text needs of the faces, and how an outline is walked. */
import type { FaceId } from '../../document/style.ts'
import type { FaceSet, Outline, Outlines } from '../../fonts/face.ts'

export interface GlyphShapes {
  readonly faces: FaceSet
  /** Undefined while a face's file is on its way: its runs are left out until it is here. */
  outlines(face: FaceId): Outlines | undefined
}

/** Receives an outline's steps, in font units, y upwards. */
export interface OutlineSink {
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void
  bezierCurveTo(c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number): void
  closePath(): void
}

export function traceOutline(outline: Outline, sink: OutlineSink): void {
  let at = 0
  const next = () => outline[at++] ?? 0
  while (at < outline.length) {
    const step = next()
    if (step === 0) sink.moveTo(next(), next())
    else if (step === 1) sink.lineTo(next(), next())
    else if (step === 2) sink.quadraticCurveTo(next(), next(), next(), next())
    else if (step === 3) sink.bezierCurveTo(next(), next(), next(), next(), next(), next())
    else sink.closePath()
  }
}
