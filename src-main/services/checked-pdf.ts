/** A PDF that was written, and read again by the second reader before anyone gets it. */
import { failure } from '../../src-core/api/errors.ts'
import type { ApiFailure } from '../../src-core/api/methods.ts'
import type { PageFrame } from '../../src-core/typeset/frame.ts'
import type { Colors } from '../pdf/inks.ts'
import type { PdfResources } from '../pdf/paint-frame.ts'
import type { PdfInfo } from '../pdf/pdfkit-document.ts'
import type { Difference } from '../read-back/read-back.ts'

/** Rejects with {@link ApiFailure} `fault` where the file does not show what the frames say. */
export async function checkedPdf(frames: readonly PageFrame[], info: PdfInfo, resources: PdfResources, colors: Colors = 'print'): Promise<Uint8Array> {
  const { outlines, ...lettered } = resources
  // Shapes of letters cannot be read: their twin, the same file with its fonts, is read in their place.
  if (outlines) await checkedPdf(frames, info, lettered, colors)
  const [{ writePdf }, { readBack }] = await Promise.all([import('../pdf/write-pdf.ts'), import('../read-back/read-back.ts')])
  const bytes = await writePdf(frames, info, resources, colors)
  const differences = await readBack(bytes, frames, {
    colors,
    ...(info.print ? { print: { standard: info.print.standard, profile: info.print.condition.profile } } : {}),
    ...(resources.inkLimit === undefined ? {} : { inkLimit: resources.inkLimit }),
    shows: (item) => (resources.placed?.(item) ?? resources.picture(item)) !== null,
    placed: (item) => resources.placed?.(item)?.inks ?? null,
    ...(outlines ? { shapes: (run) => run.glyphs.filter((glyph) => outlines(run.face).outline(glyph).length > 0).length } : {}),
  })
  const [first] = differences
  if (first) throw unlike(first)
  return bytes
}

function unlike({ page, message: { zh, en } }: Difference): ApiFailure {
  return failure(
    'fault',
    {
      zh: `${page === null ? '' : `第${page}版的`}输出文件读回来与版面不一致：${zh}。没有输出。`,
      en: `The file${page === null ? '' : ` of page ${page}`} does not read as the page was set: ${en}. Nothing was exported.`,
    },
    { zh: '请再输出一次；如果再次出现，请把这一期另存为稿件夹发给我们。', en: 'Export again; if it happens once more, send us the issue as a folder.' },
  )
}
