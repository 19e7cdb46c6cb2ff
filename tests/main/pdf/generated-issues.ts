/** Issue folders with every kind of content, each the same for the same seed. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import type { IssueFileInput } from '../../../src-core/document/issue-file.ts'
import { BORDER_KINDS, FIGURES, LINE_KINDS, RULE_PLACES } from '../../../src-core/document/decoration.ts'
import type { PrintPresetId, PrintSettings } from '../../../src-core/document/print.ts'
import { DEFAULT_HOUSE_STYLE } from '../../../src-core/document/style.ts'
import { pdfOf } from '../adverts/pdf-files.ts'

export interface GeneratedIssue {
  readonly folder: string
  readonly preset: PrintPresetId
  readonly print: PrintSettings
  readonly inks: 'k' | 'k+red' | 'cmyk'
}

type Page = IssueFileInput['pages'][number]

const SENTENCES = [
  '检察机关坚持以人民为中心，办好群众身边每一件小事。',
  '“一站式”服务大厅里，工作人员正在核对材料——不到十分钟就办完了。',
  '2023年，全市新增绿地36公顷，同比增长12.5%（不含郊区）。',
  '记者从COVID-19防控指挥部获悉，international合作项目已全面恢复。',
  '《山海经》里说的“青丘”，究竟在哪里？至今仍无定论……',
  '老李说：“这条路，我走了三十年；今天才算走通。”',
]

/** The seed's bits decide what the issue has, so that twenty of them have all pairs of kinds. */
export async function generateIssue(seed: number, folder: string): Promise<GeneratedIssue> {
  const next = randomFrom(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!
  mkdirSync(join(folder, 'articles'), { recursive: true })
  mkdirSync(join(folder, 'images'))
  const inks = (['k', 'k+red', 'cmyk'] as const)[seed % 3]!
  const hasSpot = seed % 4 === 1
  const article = (name: string, sentences: number): string => {
    const paragraphs = Array.from({ length: sentences }, () => Array.from({ length: 2 + Math.floor(next() * 3) }, () => pick(SENTENCES)).join(''))
    writeFileSync(join(folder, 'articles', name), `标题：${pick(['春潮涌动', '一张图里的十年', '古城新事'])}\n本报记者　王小明\n\n${paragraphs.map((paragraph) => `　　${paragraph}`).join('\n')}\n`)
    return `articles/${name}`
  }
  const color = () => ({ swatch: inks === 'k' ? 'black' : pick(inks === 'k+red' ? ['red', 'black'] : ['red', 'blue', 'green', ...(hasSpot ? ['gold'] : [])]), tint: pick([1, 0.3, 0.1]) })
  const paint = () => (next() < 0.5 ? color() : { from: color(), to: color(), angle: pick([0, 45, 90]) })
  const ornaments: NonNullable<Page['ornaments']> = [
    { area: { column: 0, line: 40, columns: 6, lines: 2 }, look: { kind: 'rule', line: pick(LINE_KINDS), at: pick(RULE_PLACES), color: color() } },
    { area: { column: 4, line: 43, columns: 2, lines: 6 }, look: { kind: 'box', frame: { border: pick(BORDER_KINDS), color: color() }, fill: paint() } },
    { area: { column: 5, line: 51, columns: 1, lines: 5 }, look: { kind: 'figure', figure: pick(FIGURES), color: color() } },
  ]
  const page: Page = {
    number: '04',
    section: '要闻',
    grid: 'tabloid',
    inks,
    ...(inks === 'k+red' && hasSpot ? { red: 'gold' } : {}),
    stories: [
      { article: article('a.txt', 12), area: { column: 0, line: 0, columns: 4, lines: 38 }, frame: { border: pick(BORDER_KINDS), color: color() }, tint: { swatch: color().swatch, tint: 0.1 } },
      { article: article('b.txt', 5), area: { column: 0, line: 43, columns: 3, lines: 24 }, headline: { band: paint() } },
      { article: article('c.txt', 4), area: { column: 4, line: 0, columns: 2, lines: 20 }, writing: 'vertical' },
    ],
    pictures: [{ image: await picture(join(folder, 'images'), seed), caption: '图为新桥夜景。', credit: '本报记者　李强摄', area: { column: 4, line: 21, columns: 2, lines: 18 } }],
    ads: [
      { name: '茶叶', image: await advert(join(folder, 'images'), inks, seed), area: { column: 0, line: 68, columns: 3, lines: 14 }, ...(seed % 5 === 0 ? { pdfAs: 'raster' as const } : {}) },
      { name: '书城', image: await picture(join(folder, 'images'), seed + 1), area: { column: 3, line: 68, columns: 3, lines: 14 }, fit: pick(['cover', 'contain'] as const), keyline: true },
    ],
    ornaments,
  }
  const style = { ...DEFAULT_HOUSE_STYLE, ...(hasSpot ? { swatches: [{ id: 'blue', name: '蓝', cmyk: [1, 0.6, 0, 0] as const }, { id: 'green', name: '绿', cmyk: [0.85, 0, 1, 0.1] as const }, { id: 'gold', name: '专金 871 C', cmyk: [0.2, 0.3, 0.7, 0.1] as const, spot: true as const }] } : {}) }
  const issue: IssueFileInput = { format: 1, paper: { name: '晨光日报 & <校报>', code: 'cgrb' }, date: '2024-01-20', number: 5021, style, pages: [page] }
  writeFileSync(join(folder, 'issue.json'), JSON.stringify(issue))
  const print: PrintSettings = {
    ...(seed % 2 === 0 ? {} : { bleedMm: 3 }),
    ...(seed % 4 < 2 ? {} : { marks: { crop: true, registration: true, colorBar: true, slug: true } }),
    ...(seed % 7 === 3 ? { outlines: true } : {}),
  }
  return { folder, preset: (['newsprint-x1a', 'newsprint-x4', 'coated-x1a', 'coated-x4'] as const)[seed % 4 === 3 ? 1 : (seed >> 1) % 4]!, print, inks }
}

/** Every number below 1 that comes next: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed + 1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** RGB, grey, with alpha, CMYK; PNG, JPEG, TIFF, WebP. */
async function picture(folder: string, seed: number): Promise<string> {
  const [width, height] = [240, 180]
  const kind = seed % 5
  const channels = kind === 1 ? 1 : kind === 2 || kind === 3 ? 4 : 3
  const pixels = Uint8Array.from({ length: width * height * channels }, (_, at) => (Math.floor(at / channels) * (1 + (at % channels)) + seed * 31) % 256)
  const image = sharp(pixels, { raw: { width, height, channels } })
  const name = `${seed}.${['png', 'jpg', 'png', 'tif', 'webp'][kind]}`
  const written = kind === 1 ? image.jpeg() : kind === 3 ? image.toColourspace('cmyk').tiff({ compression: 'lzw' }) : kind === 4 ? image.webp() : image.png()
  await written.toFile(join(folder, name))
  return `images/${name}`
}

/** Vectors in the page's inks. */
async function advert(folder: string, inks: GeneratedIssue['inks'], seed: number): Promise<string> {
  const ink = inks === 'k' ? '0 0 0 0.4 k' : inks === 'k+red' ? '0 1 1 0 k' : '0.7 0.2 0 0 k'
  const name = `advert-${seed}.pdf`
  const content = `${ink} 10 10 180 80 re f 0 0 0 1 k 30 30 m 170 50 l 60 80 l h f 0 G 2 w 20 20 160 60 re S`
  writeFileSync(join(folder, name), await pdfOf({ pages: [{ content, boxes: { TrimBox: [0, 0, 200, 100] } }] }))
  return `images/${name}`
}
