/** Which glyphs of each face a file will show: known before it is written, so that codes do not depend on the order of use. */
import type { FaceId } from '../../src-core/document/style.ts'
import type { FaceSet } from '../../src-core/fonts/face.ts'
import { glyphRuns, paintedItems, type PageFrame } from '../../src-core/typeset/frame.ts'

/** Ascending, 0 (the face's sign for a missing glyph) first. */
export type GlyphUsage = ReadonlyMap<FaceId, readonly number[]>

export function glyphUsage(frames: readonly PageFrame[], faces: FaceSet): GlyphUsage {
  const used = new Map<FaceId, Set<number>>()
  for (const { face, glyphs: shown, vertical } of frames.flatMap((frame) => glyphRuns(paintedItems(frame)))) {
    let glyphs = used.get(face)
    if (!glyphs) used.set(face, (glyphs = new Set([0])))
    for (const glyph of shown) glyphs.add(glyph)
    // Vertical text is told to its readers by word spaces (show-glyphs.ts).
    if (vertical) glyphs.add(faces.face(face)?.glyph(0x20) ?? 0)
  }
  return new Map([...used].map(([face, glyphs]) => [face, [...glyphs].toSorted((a, b) => a - b)]))
}
