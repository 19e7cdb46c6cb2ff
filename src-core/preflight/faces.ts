/** missing-face, not-embeddable: faces that a document names and this machine lacks, or that may not go to print. */
import { namedFaces } from '../document/faces-used.ts'
import { record } from '../document/records.ts'
import type { RecordId } from '../document/records.ts'
import type { FaceId } from '../document/style.ts'
import type { FrameItem } from '../typeset/frame.ts'
import { otherFace } from './face-fix.ts'
import { faceLabel, nameOf, type Finding, type Subject } from './finding.ts'
import { ownedItems } from './owned-items.ts'

/** Once for the house style, once for each story on a page that was set. */
export function checkMissingFaces({ document, results, faces }: Subject): readonly Finding[] {
  if (!faces) return []
  const here = new Set(faces.map(({ id }) => id))
  const shown = new Map(results.map(({ frame }) => [frame.page.id, frame.page.number]))
  const missing = [...new Set(namedFaces(document).map(({ face }) => face))].filter((face) => !here.has(face))
  const fixes = new Map(missing.map((face) => [face, otherFace(document, face)]))
  return namedFaces(document).flatMap(({ face, story }): readonly Finding[] => {
    const fix = fixes.get(face)
    if (!fix) return []
    const name = faceLabel({ faces }, face)
    const mend = { zh: `请在“字体”里导入“${name}”，或改用别的字体。`, en: `import “${name}” under Faces, or use another face.` }
    if (story === null) return [{ id: 'missing-face', severity: 'error', page: '', message: { zh: `报纸样式用到的字体“${name}”这台机器上没有，暂用别的字体代替；${mend.zh}`, en: `The house style uses the face “${name}”, which this machine lacks; another stands in for it: ${mend.en}` }, fix }]
    const page = shown.get(record(document, 'story', story)?.page ?? '')
    if (page === undefined) return []
    const { zh, en } = nameOf(document, story)
    const message = { zh: `${zh}的标题用到的字体“${name}”这台机器上没有，暂用别的字体代替；${mend.zh}`, en: `${en}: its headline uses the face “${name}”, which this machine lacks; another stands in for it: ${mend.en}` }
    return [{ id: 'missing-face', severity: 'error', page, story, message, fix }]
  })
}

/** Once for each face of a page, at the first object that is set in it. */
export function checkEmbedding({ document, results, faces = [] }: Subject): readonly Finding[] {
  const barred = new Set(faces.filter(({ embeddable }) => !embeddable).map(({ id }) => id))
  if (barred.size === 0) return []
  return results.flatMap(({ frame }) => {
    const { number } = frame.page
    return [...barred].flatMap((face): readonly Finding[] => {
      const first = placeOf(frame.items, face)
      if (first === undefined) return []
      const object = first !== null && document.records[first] ? first : null
      const { zh, en } = object === null ? { zh: '报眉', en: 'The folio' } : nameOf(document, object)
      const name = faceLabel({ faces }, face)
      return [
        {
          id: 'not-embeddable',
          severity: 'error',
          page: number,
          ...(object === null ? {} : { story: object }),
          message: { zh: `${zh}用了“${name}”，厂商不准把它嵌入印刷文件，这一版不能输出；请改用别的字体。`, en: `${en} uses “${name}”, which its maker does not allow in print files, so that this page cannot be exported; use another face.` },
          fix: otherFace(document, face),
        },
      ]
    })
  })
}

/** The record whose group first shows the face; null for what belongs to none, undefined where the face is not shown. */
function placeOf(items: readonly FrameItem[], face: FaceId): RecordId | null | undefined {
  for (const { owner, item } of ownedItems(items)) if (item.kind === 'glyphs' && item.face === face) return owner
  return undefined
}
