/** Which glyphs of each face a file will show: known before it is written, so that codes do not depend on the order of use. */
import type { FaceId } from '../../src-core/document/style.ts'
import type { FaceSet } from '../../src-core/fonts/face.ts'
import type { FrameItem, PageFrame } from '../../src-core/typeset/frame.ts'

/** Ascending, 0 (the face's sign for a missing glyph) first. */
export type GlyphUsage = ReadonlyMap<FaceId, readonly number[]>

export function glyphUsage(frames: readonly PageFrame[], faces: FaceSet): GlyphUsage {
  const used = new Map<FaceId, Set<number>>()
  for (const frame of frames) collect(frame.items, faces, used)
  return new Map([...used].map(([face, glyphs]) => [face, [...glyphs].toSorted((a, b) => a - b)]))
}

function collect(items: readonly FrameItem[], faces: FaceSet, used: Map<FaceId, Set<number>>): void {
  for (const item of items) {
    if (item.kind === 'group') collect(item.items, faces, used)
    if (item.kind !== 'glyphs') continue
    let glyphs = used.get(item.face)
    if (!glyphs) used.set(item.face, (glyphs = new Set([0])))
    for (const glyph of item.glyphs) glyphs.add(glyph)
    // Vertical text is told to its readers by word spaces (show-glyphs.ts).
    if (item.vertical) glyphs.add(faces.face(item.face)?.glyph(0x20) ?? 0)
  }
}
