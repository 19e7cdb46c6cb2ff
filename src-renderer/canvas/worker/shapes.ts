/** Outlines of the faces' glyphs, as they arrive. */
import type { FaceId } from '../../../src-core/document/style.ts'
import type { FaceSet, Outline } from '../../../src-core/fonts/face.ts'
import { unpackOutlines } from '../../../src-core/fonts/outline-pack.ts'
import type { CanvasContext } from '../../../src-core/paint/canvas/context.ts'
import type { GlyphShapes } from '../../../src-core/paint/canvas/glyph-shapes.ts'
import type { TextPainter, View } from '../../../src-core/paint/canvas/paint-frame.ts'
import { cellStarts } from '../../../src-core/typeset/em-box.ts'
import { glyphRuns, type FrameItem, type GlyphRun } from '../../../src-core/typeset/frame.ts'
import type { ExpectedText } from './expected-text.ts'

export interface ArrivingShapes extends GlyphShapes {
  /** Other faces; an id is always of the same file, so that shapes that are here stay. */
  useFaces(faces: FaceSet): void
  add(face: FaceId, packed: Uint8Array): void
  /** Something that was asked for is on its way. */
  isWaiting(): boolean
  /** Asks for the glyphs of characters, before anybody knows where they will stand. */
  wantTexts(texts: readonly ExpectedText[]): void
  /** Asks for the glyphs of these items that were not asked for before. */
  want(items: readonly FrameItem[]): void
  hasAll(run: GlyphRun): boolean
}

export function arrivingShapes(first: FaceSet, ask: (face: FaceId, glyphs: readonly number[]) => void): ArrivingShapes {
  let faces = first
  const here = new Map<FaceId, Map<number, () => Outline>>()
  const asked = new Map<FaceId, Set<number>>()
  /** Questions under way. */
  let under = 0

  function glyphsOf({ face, text }: ExpectedText): readonly Pick<GlyphRun, 'face' | 'glyphs'>[] {
    return [...new Set(text)].flatMap((character) => {
      const codePoint = character.codePointAt(0)!
      const found = faces.chain(face).find((candidate) => candidate.glyph(codePoint) !== 0)
      return found ? [{ face: found.id, glyphs: [found.glyph(codePoint)] }] : []
    })
  }

  function askFor(runs: readonly Pick<GlyphRun, 'face' | 'glyphs'>[]): void {
    const missing = new Map<FaceId, Set<number>>()
    for (const { face, glyphs } of runs) {
      const before = asked.get(face) ?? new Set()
      asked.set(face, before)
      const fresh = missing.get(face) ?? new Set()
      for (const glyph of glyphs) if (!before.has(glyph)) fresh.add(glyph)
      if (fresh.size > 0) missing.set(face, fresh)
    }
    under += missing.size
    for (const [face, glyphs] of missing) {
      for (const glyph of glyphs) asked.get(face)!.add(glyph)
      ask(face, [...glyphs])
    }
  }

  return {
    get faces() {
      return faces
    },
    useFaces: (next) => void (faces = next),
    outlines(face) {
      const known = here.get(face)
      return known && { outline: (glyph) => known.get(glyph)?.() ?? [] }
    },
    add(face, packed) {
      const known = here.get(face) ?? new Map<number, () => Outline>()
      here.set(face, known)
      for (const [glyph, outline] of unpackOutlines(packed)) known.set(glyph, outline)
      under -= 1
    },
    isWaiting: () => under > 0,
    want: (items) => askFor(glyphRuns(items)),
    wantTexts: (texts) => askFor(texts.flatMap(glyphsOf)),
    hasAll({ face, glyphs }) {
      const known = here.get(face)
      return known !== undefined && glyphs.every((glyph) => known.has(glyph))
    },
  }
}

/** Grey strips for text whose outlines are still on their way: the page has its shape from the first moment. */
export function greekedUntilHere(text: TextPainter, shapes: ArrivingShapes): TextPainter {
  return {
    paint(context, run, view) {
      if (shapes.hasAll(run)) text.paint(context, run, view)
      else {
        text.flush(context)
        paintStrip(context, run, view)
      }
    },
    paintPath: (context, item, view) => text.paintPath(context, item, view),
    flush: (context) => text.flush(context),
  }
}

function paintStrip(context: CanvasContext, run: GlyphRun, view: View): void {
  const starts = cellStarts(run)
  const [first, last] = [starts[0], starts.at(-1)]
  if (first === undefined || last === undefined) return
  const { x, y, size, vertical } = run
  context.setTransform(view.scale, 0, 0, view.scale, view.x, view.y)
  context.fillStyle = 'rgb(0 0 0 / 0.12)'
  if (vertical) context.fillRect(x - 0.33 * size, first, 0.66 * size, last - first + size)
  else context.fillRect(first, y - 0.72 * size, last - first + size, 0.66 * size)
}
