/**
 * A whole process that sets one Typst file: node typst-cold.ts IN.typ OUT.pdf [--split] FONTFOLDER…
 * With --split every page of the file is a document and a PDF of its own: OUT.pdf is then the pattern of their names.
 */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const [input, output, ...rest] = process.argv.slice(2)
if (!input || !output) throw new Error('usage: typst-cold.ts IN.typ OUT.pdf [--split] FONTFOLDER…')
const fontPaths = rest.filter((argument) => argument !== '--split')
const compiler = NodeCompiler.create({ workspace: dirname(resolve(input)), fontArgs: [{ fontPaths }] })
const source = readFileSync(input, 'utf8')
const firstPage = source.indexOf('#head([')
const documents = rest.includes('--split')
  ? source.slice(firstPage).split('\n#pagebreak()\n').map((page) => source.slice(0, firstPage) + page)
  : [source]
documents.forEach((document, index) => {
  const result = compiler.compile({ mainFileContent: document })
  if (result.hasError() || !result.result) throw new Error('Typst refused the page')
  const name = documents.length === 1 ? output : output.replace(/\.pdf$/, `-${index + 1}.pdf`)
  writeFileSync(name, compiler.pdf(result.result, { pdfTags: false }))
})
