/** Typst through its native Node package, on the same page and the same faces: warm edits, and a whole cold process. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { blockText } from '../../src-core/document/blocks.ts'
import type { BenchPage } from '../page-text.ts'
import { repeat, type Timings } from '../statistics.ts'

const FONTS = [
  resolve(import.meta.dirname, '../../node_modules/@expo-google-fonts/noto-serif-sc/400Regular'),
  resolve(import.meta.dirname, '../../node_modules/@expo-google-fonts/noto-serif-sc/700Bold'),
]

const escapeTypst = (text: string) => text.replace(/[\\#$*_`<>@=~\-/+"'[\]]/g, '\\$&')

export function typstSource(pages: readonly BenchPage[]): string {
  const body = pages.map(({ headline, subtitle, blocks }) => {
    const set = blocks.map((block) =>
      block.role === 'crosshead' ? `#cross([${escapeTypst(block.lines[0]!)}], [${escapeTypst(block.lines[1] ?? '')}])\n` : `${escapeTypst(blockText(block))}\n`,
    )
    return `#head([${escapeTypst(headline)}], [${escapeTypst(subtitle)}])\n${set.join('\n')}`
  })
  return `#set page(width: 390mm, height: 545mm, margin: (x: 20mm, y: 27.5mm), columns: 6)
#set columns(gutter: 5mm)
#set text(font: "Noto Serif SC", size: 9pt, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em, costs: (widow: 0%, orphan: 0%))
#set par(justify: true, leading: 4pt, spacing: 4pt, first-line-indent: (amount: 2em, all: true))
#let head(t, s) = place(top, scope: "parent", float: true, clearance: 0pt, block(width: 100%, height: 28mm, align(center, {
  set par(first-line-indent: 0pt)
  text(size: 36pt, weight: "bold", t); linebreak(); v(2pt); text(size: 18pt, s) })))
#let cross(a, b) = block(breakable: false, sticky: true, width: 100%, above: 4pt, below: 4pt, align(center, { set par(first-line-indent: 0pt, leading: 4pt); text(size: 9pt, weight: "bold", [#a \\ #b]) }))
${body.join('\n#pagebreak()\n')}`
}

export interface TypstWarm {
  readonly columnWidth: Timings
  readonly edit: Timings
  readonly editAndPdf: Timings
}

export function typstWarm(page: BenchPage, rounds: number): TypstWarm {
  const source = typstSource([page])
  const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths: FONTS }] })
  const compile = (text: string, pdf: boolean) => {
    const result = compiler.compile({ mainFileContent: text })
    if (result.hasError() || !result.result) throw new Error('Typst refused the page')
    if (pdf) compiler.pdf(result.result, { pdfTags: false })
    compiler.evictCache(10)
  }
  const paragraph = page.blocks.filter((block) => block.role === 'paragraph')[Math.floor(page.blocks.length / 2)]
  if (paragraph?.role !== 'paragraph') throw new Error('the page has no middle paragraph')
  const at = source.indexOf(escapeTypst(paragraph.text)) + 12
  const edit = (round: number) => source.slice(0, at) + String.fromCharCode(0x4e00 + round) + source.slice(at + 1)
  compile(source, true)
  return {
    columnWidth: repeat(rounds, 3, (round) => compile(source.replace('gutter: 5mm', `gutter: ${(5 + 0.1 * (round + 1)).toFixed(2)}mm`), false)),
    edit: repeat(rounds, 3, (round) => compile(edit(round), false)),
    editAndPdf: repeat(rounds, 3, (round) => compile(edit(500 + round), true)),
  }
}

/** Writes the inputs of a cold run and answers its command line. */
export function typstCold(pages: readonly BenchPage[], folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true })
  const input = resolve(folder, 'page.typ')
  writeFileSync(input, typstSource(pages))
  return [process.execPath, resolve(import.meta.dirname, 'typst-cold.ts'), input, resolve(folder, 'typst.pdf'), ...FONTS]
}
