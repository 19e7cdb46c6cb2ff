/** Which faces a document names, and where: so that one which a machine lacks is told before it is missed on paper. */
import { issueOf, recordsOf, type Document, type RecordId } from './records.ts'
import { BUNDLED_FACES, type FaceId, type HouseStyle } from './style.ts'

export interface NamedFace {
  readonly face: FaceId
  /** The story whose titles ask for it; null for the house style. */
  readonly story: RecordId | null
}

/** Each face once for the house style, and once for each story; the parts of composite faces, not the composites. */
export function namedFaces(document: Document): readonly NamedFace[] {
  const { style } = issueOf(document)
  const composites = new Map((style.composites ?? []).map((composite) => [composite.id, composite]))
  const parts = (face: FaceId): readonly FaceId[] => {
    const composite = composites.get(face)
    return composite ? [composite.han, composite.latin] : [face]
  }
  const once = (faces: readonly FaceId[], story: RecordId | null) => [...new Set(faces.flatMap(parts))].map((face) => ({ face, story }))
  return [
    ...once(houseFaceIds(style), null),
    ...recordsOf(document, 'story').flatMap(({ id, headline }) =>
      once([headline?.headline, headline?.kicker, headline?.subtitle].flatMap((setting) => (setting ? [setting.face] : [])), id),
    ),
  ]
}

/** Whether the house style or a story names the face, a composite one too. */
export function usesFace(document: Document, face: FaceId): boolean {
  const settings = recordsOf(document, 'story').flatMap(({ headline }) => [headline?.headline, headline?.kicker, headline?.subtitle])
  return houseFaceIds(issueOf(document).style).includes(face) || settings.some((setting) => setting?.face === face)
}

/** Every face of the house style: settings of type, and fields whose name says that they hold one. */
function houseFaceIds({ bodyFace, lead, byline, caption, folio, crosshead, headlines, verticalHeadlines, paragraph = {}, marks = {} }: HouseStyle): readonly FaceId[] {
  const rules = [...headlines, ...(verticalHeadlines ? [verticalHeadlines] : [])]
  const optional = Object.entries({ ...paragraph, ...marks }).flatMap(([field, value]) => (field.endsWith('Face') && typeof value === 'string' ? [value] : []))
  return [bodyFace, lead, byline, caption, folio, crosshead, ...rules.flatMap(({ headline, kicker, subtitle }) => [headline.face, kicker.face, subtitle.face]), ...optional]
}

/** How an editor calls a face whose file is not at hand: by the name that its id begins with. */
export function faceNameOf(id: FaceId): string {
  if (Object.hasOwn(BUNDLED_FACES, id)) return BUNDLED_FACES[id as keyof typeof BUNDLED_FACES]
  const at = id.lastIndexOf('@')
  return at > 0 ? id.slice(0, at) : id
}
