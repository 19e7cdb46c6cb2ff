/** One long column of justified paragraphs as a PDF: ours, Typst's and Chromium's, on the same text, face, size and measure. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import type { Grid } from '../../src-core/document/grid.ts'
import type { Document, DocumentRecord } from '../../src-core/document/records.ts'
import { DEFAULT_HOUSE_STYLE, type LineBreaking } from '../../src-core/document/style.ts'
import { createEngine } from '../../src-core/typeset/engine.ts'
import { writePdf } from '../../src-main/pdf/write-pdf.ts'
import type { LibraryFaces } from '../../src-main/services/faces.ts'

/** Points. */
export const SIZE = 9
const PITCH = 13
const MARGIN = 20
const MILLIMETRE = 72 / 25.4
/** More than any of them needs. */
const LINES = 1990

const FACE_FOLDER = resolve(import.meta.dirname, '../../node_modules/@expo-google-fonts/noto-serif-sc/400Regular')

/** The whole way that a page goes: document, engine, frames, PDF. */
export async function ourColumn(paragraphs: readonly string[], chars: number, faces: LibraryFaces, breaking: LineBreaking): Promise<Uint8Array> {
  const grid: Grid = {
    trim: { width: (chars * SIZE + 2 * MARGIN) / MILLIMETRE, height: (LINES * PITCH + 2 * MARGIN) / MILLIMETRE },
    bodySize: SIZE, linePitch: PITCH, columns: 1, charsPerColumn: chars, gutterChars: 1, lines: LINES,
    margins: { top: MARGIN / MILLIMETRE, bottom: MARGIN / MILLIMETRE },
  }
  const blocks = paragraphs.map((text) => ({ role: 'paragraph', text }) as const)
  const style = { ...DEFAULT_HOUSE_STYLE, line: { ...DEFAULT_HOUSE_STYLE.line, breaking } }
  const records: readonly DocumentRecord[] = [
    { type: 'issue', id: 'issue', paper: { name: '版心测试报', code: 'bxcs' }, date: '2024-01-20', number: 1, style },
    { type: 'page', id: 'page', order: 0, number: '01', section: '', grid, editor: null, inks: 'cmyk', version: 1, state: 'draft' },
    { type: 'article', id: 'article', order: 0, file: null, page: null, kicker: null, headline: '', subtitle: null, summary: null, byline: null, blocks, notes: [] },
    { type: 'story', id: 'story', page: 'page', article: 'article', order: 0, measure: null, headline: null, boxed: false, legs: [{ column: 0, from: 0, to: LINES }] },
  ]
  const document: Document = { records: Object.fromEntries(records.map((record) => [record.id, record])) }
  const { frame } = createEngine(faces.set).layoutPage(document, 'page')
  const body = frame.items.filter((item) => item.kind === 'group' && item.record === 'story')
  return writePdf([{ ...frame, items: body }], { title: '版心测试报', date: '2024-01-20' }, { faces: faces.set, path: (face) => faces.path(face), picture: () => null })
}

const escapeTypst = (text: string) => text.replace(/[\\#$*_`<>@=~\-/+"'[\]]/g, '\\$&')

export function typstColumn(paragraphs: readonly string[], chars: number): Uint8Array {
  const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths: [FACE_FOLDER] }] })
  const source = `#set page(width: ${chars * SIZE + 2 * MARGIN}pt, height: auto, margin: ${MARGIN}pt)
#set text(font: "Noto Serif SC", size: ${SIZE}pt, lang: "zh", region: "cn")
#set par(justify: true, first-line-indent: (amount: 2em, all: true))
${paragraphs.map(escapeTypst).join('\n\n')}`
  const { result } = compiler.compile({ mainFileContent: source })
  if (!result) throw new Error('Typst refused the column')
  return compiler.pdf(result, { pdfTags: false })
}

/** With the best that CSS offers for Chinese: gaps between Chinese and Western, trimmed marks, text-wrap pretty. */
export async function chromiumColumn(paragraphs: readonly string[], chars: number, browser: Browser): Promise<Uint8Array> {
  const page = await browser.newPage()
  try {
    await page.route('http://bench.invalid/**', (route) =>
      route.fulfill({ body: readFileSync(resolve(FACE_FOLDER, 'NotoSerifSC_400Regular.ttf')), contentType: 'font/ttf', headers: { 'access-control-allow-origin': '*' } }),
    )
    const body = paragraphs.map((text) => `<p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`).join('')
    await page.setContent(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
@font-face { font-family: Bench; src: url(http://bench.invalid/face.ttf) }
body { margin: 0; width: ${chars * SIZE}pt; font: ${SIZE}pt/${PITCH}pt Bench; text-align: justify; text-autospace: normal; text-spacing-trim: normal; text-wrap: pretty; line-break: strict }
p { margin: 0; text-indent: 2em; orphans: 1; widows: 1 }
</style>${body}</html>`)
    await page.evaluate(() => document.fonts.ready)
    return await page.pdf({ width: `${(chars * SIZE + 2 * MARGIN) / 72}in`, height: '11in', margin: { left: `${MARGIN / 72}in` } })
  } finally {
    await page.close()
  }
}
