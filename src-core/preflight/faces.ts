/** missing-face, not-embeddable: faces that a document names and this machine lacks, or that may not go to print. */
import { namedFaces } from '../document/faces-used.ts'
import { record } from '../document/records.ts'
import type { RecordId } from '../document/records.ts'
import type { FaceId } from '../document/style.ts'
import type { FrameItem } from '../typeset/frame.ts'
import { faceLabel, nameOf, type Finding, type Subject } from './finding.ts'

export function checkFaces(subject: Subject): readonly Finding[] {
  return subject.faces ? [...missingFaces(subject), ...unprintableFaces(subject)] : []
}

/** Once for the house style, once for each story on a page that was set. */
function missingFaces({ document, results, faces = [] }: Subject): readonly Finding[] {
  const here = new Set(faces.map(({ id }) => id))
  const shown = new Map(results.map(({ frame }) => [frame.page.id, frame.page.number]))
  return namedFaces(document).flatMap(({ face, story }): readonly Finding[] => {
    if (here.has(face)) return []
    const name = faceLabel({ faces }, face)
    const mend = `请在“字体”里导入“${name}”，或改用别的字体。`
    if (story === null) return [{ id: 'missing-face', severity: 'error', page: '', message: `报纸样式用到的字体“${name}”这台机器上没有，暂用别的字体代替；${mend}` }]
    const page = shown.get(record(document, 'story', story)?.page ?? '')
    return page === undefined ? [] : [{ id: 'missing-face', severity: 'error', page, story, message: `${nameOf(document, story)}的标题用到的字体“${name}”这台机器上没有，暂用别的字体代替；${mend}` }]
  })
}

/** Once for each face of a page, at the first object that is set in it. */
function unprintableFaces({ document, results, faces = [] }: Subject): readonly Finding[] {
  const barred = new Set(faces.filter(({ embeddable }) => !embeddable).map(({ id }) => id))
  if (barred.size === 0) return []
  return results.flatMap(({ frame }) => {
    const { number } = frame.page
    return [...barred].flatMap((face): readonly Finding[] => {
      const first = placeOf(frame.items, face)
      if (first === undefined) return []
      const object = first !== null && document.records[first] ? first : null
      const where = object === null ? '报眉' : nameOf(document, object)
      return [
        {
          id: 'not-embeddable',
          severity: 'error',
          page: number,
          ...(object === null ? {} : { story: object }),
          message: `${where}用了“${faceLabel({ faces }, face)}”，厂商不准把它嵌入印刷文件，这一版不能输出；请改用别的字体。`,
        },
      ]
    })
  })
}

/** The record whose group first shows the face; null for what belongs to none, undefined where the face is not shown. */
function placeOf(items: readonly FrameItem[], face: FaceId, within: RecordId | null = null): RecordId | null | undefined {
  for (const item of items) {
    if (item.kind === 'glyphs' && item.face === face) return within
    const found = item.kind === 'group' ? placeOf(item.items, face, item.record ?? within) : undefined
    if (found !== undefined) return found
  }
  return undefined
}
