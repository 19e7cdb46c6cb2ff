/** Faces that may not be embedded do not go to print, whatever was asked for: their makers' fsType says so. */
import { failure } from '../../src-core/api/errors.ts'
import { glyphRuns, type PageFrame } from '../../src-core/typeset/frame.ts'
import type { LibraryFaces } from './faces.ts'

/** Throws {@link ApiFailure} that names the page and its faces. */
export function requireEmbeddable(frame: PageFrame, faces: LibraryFaces): void {
  const used = [...new Set(glyphRuns(frame.items).map((run) => run.face))].filter((id) => faces.set.face(id)?.embeddable === false)
  if (used.length === 0) return
  const names = used.map((id) => faces.list().find((face) => face.id === id)?.name ?? id)
  throw failure(
    'bad-input',
    {
      zh: `第${frame.page.number}版用了“${names.join('”“')}”，厂商不准嵌入印刷文件，没有输出。`,
      en: `Page ${frame.page.number} is set in ${names.join(', ')}, which may not be embedded in print files; nothing was exported.`,
    },
    { zh: '请改用别的字体，或向厂商购买可嵌入的授权版本。', en: 'Use another face, or get a version licensed for embedding from its maker.' },
  )
}
