/** Another face in the place of one that cannot be printed with. */
import { faceNameOf } from '../document/faces-used.ts'
import { issueOf, recordsOf, type Document } from '../document/records.ts'
import type { BUNDLED_FACES, FaceId } from '../document/style.ts'
import type { Fix, FixStep } from './fix.ts'

/** Wherever the house or a story names the face, the one of the program's own that is most like it by name. */
export function otherFace(document: Document, face: FaceId): Fix {
  const other = likeness(faceNameOf(face))
  const { style } = issueOf(document)
  const inHouse = withFace(style, face, other)
  const inStories = recordsOf(document, 'story').flatMap(({ id, headline }): readonly FixStep[] => {
    const after = withFace(headline, face, other)
    return after === headline ? [] : [{ kind: 'set', record: id, fields: { headline: after } }]
  })
  return {
    label: { zh: `全部改用${faceNameOf(other)}`, en: `Use ${faceNameOf(other)} instead` },
    steps: [...(inHouse === style ? [] : [{ kind: 'set', record: 'issue', fields: { style: inHouse } } as const]), ...inStories],
  }
}

function likeness(name: string): keyof typeof BUNDLED_FACES {
  const isBold = /[粗大标]|bold|heavy|black/iu.test(name)
  if (/[黑]|hei|gothic|sans/iu.test(name)) return isBold ? 'hei-bold' : 'hei'
  if (/[楷]|kai/iu.test(name)) return 'kai'
  return isBold ? 'song-bold' : 'song'
}

/** The same value where it does not name the face; ids and names of composite faces are their own. */
function withFace<Value>(value: Value, from: FaceId, to: FaceId): Value {
  if (value === from) return to as Value
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, inner]) => [key, key === 'id' || key === 'name' ? inner : withFace(inner, from, to)] as const)
  if (entries.every(([key, inner]) => inner === value[key as keyof typeof value])) return value
  return (Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)) as Value
}
