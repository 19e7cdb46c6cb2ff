/**
 * An issue folder whose pages are full to the line and without a fault, so that a fault that is planted is all that a check
 * may find. Stories are filled up with Han that mean nothing and count exactly.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blockText } from '../../../src-core/document/blocks.ts'
import type { Area, Leg } from '../../../src-core/document/grid.ts'
import { record, recordsOf, type Document } from '../../../src-core/document/records.ts'
import { createEngine } from '../../../src-core/typeset/engine.ts'
import type { PageResult } from '../../../src-core/typeset/result.ts'
import { printedFindings, type PrintedFindings } from '../../../src-main/cli/findings.ts'
import type { LibraryFaces } from '../../../src-main/services/faces.ts'
import { readIssueFolder } from '../../../src-main/services/issue-folder/read-issue-folder.ts'

export interface PlannedStory {
  /** Of the article, in `articles/`. */
  file: string
  headline: string
  byline?: string
  paragraphs: string[]
  area?: Area
  legs?: Leg[]
  boxed?: true
  /** False leaves the story as short or long as it is. */
  isFilled?: false
  /** Of the characters that fill it up; each story has its own. */
  seed?: number
  /** The article is another story's. */
  isShared?: true
}

export interface PlannedPage {
  number: string
  section: string
  stories: PlannedStory[]
  pictures?: object[]
  ads?: object[]
}

export interface Plan {
  date: string
  number: number
  pages: PlannedPage[]
  /** Articles that stand on no page, by file. */
  pool: Record<string, string>
}

export const GRID = { trim: [260, 380], bodySize: 10, linePitch: 15, columns: 6, charsPerColumn: 11, gutterChars: 1, lines: 60 }

/** Two pages of four stories; no gap runs across them, no two headlines meet. */
export function cleanPlan(): Plan {
  const story = (file: string, headline: string, column: number, line: number, columns: number, lines: number, text: string): PlannedStory => ({ file, headline, paragraphs: [text], area: { column, line, columns, lines } })
  return {
    date: '2024-01-20',
    number: 5021,
    pool: {},
    pages: [
      {
        number: '01',
        section: '要闻',
        stories: [
          story('bridge.txt', '江澜三桥今起试通车', 0, 0, 4, 25, '本报讯（记者 周牧云）江澜三桥20日零时试通车，首班公交车八分钟后抵达对岸。“江面风大，九级风以下可以正常通行。”总工程师沈立行说。'),
          story('bus.txt', '公交线路调整', 4, 0, 2, 32, '市公交集团自1月20日（星期六）起优化线路的走向和班次，12路延长，37路改道。'),
          story('lift.txt', '老楼装上新电梯', 0, 26, 4, 34, '住在六层的罗桂兰老人，已经两年没有独自下过楼。1月18日，电梯通过验收。'),
          story('market.txt', '寒潮天菜价平稳', 4, 33, 2, 27, '受寒潮影响，19日清晨最低气温降至零下六摄氏度，市场里的蔬菜交易量不降反升。'),
        ],
      },
      {
        number: '02',
        section: '综合',
        stories: [
          story('stage.txt', '古戏台守台人', 0, 0, 2, 34, '七十三岁的宋怀山在古戏台守了四十一年，瓦上的雪不能等它自己化。'),
          story('ball.txt', '山坳里的球队踢进省城', 2, 0, 4, 20, '学校一共七十九名学生，女子足球队就占了二十二人。队长陆小禾从中场带球，校长姜亦农说，没有一个孩子掉队。'),
          story('library.txt', '城市书房亮到夜里', 2, 21, 4, 39, '晚十点，书房里还坐着二十多位读者。馆长纪文澜说，哪里人不散，就往哪里放。《资治通鉴》有人读完了一整套。'),
          story('weather.txt', '周末仍有冰冻', 0, 35, 2, 25, '市气象台19日17时继续发布寒潮蓝色预警：20日至21日，最低气温零下七摄氏度。'),
        ],
      },
    ],
  }
}

const FILLING = '城乡山水花木春风田园灯火街巷晨光暮色'

/** So many characters, other ones for every story. */
function filling(count: number, seed: number): string {
  return Array.from({ length: count }, (_, index) => FILLING[(index * (seed + 1) + Math.floor(index / FILLING.length) * 5 + seed) % FILLING.length]).join('')
}

export type Found = PrintedFindings['findings'][number]

export interface Checked {
  readonly folder: string
  readonly document: Document
  readonly findings: readonly Found[]
  /** The words that a finding is about. */
  words(finding: Found): string
}

export class FaultBench {
  private readonly root = mkdtempSync(join(tmpdir(), 'banxin-check-'))
  private readonly faces: LibraryFaces
  private folders = 0

  constructor(faces: LibraryFaces) {
    this.faces = faces
  }

  /** Writes the folder, fills its stories, checks it as `banxin check` does. */
  async check(plan: Plan): Promise<Checked> {
    const folder = join(this.root, String(this.folders++))
    mkdirSync(join(folder, 'articles'), { recursive: true })
    const added = new Map<PlannedStory, string[]>()
    for (let round = 0; ; round++) {
      write(folder, plan, added)
      const read = await readIssueFolder(folder)
      const { document } = read
      const engine = createEngine(this.faces.set)
      const results = recordsOf(document, 'page').map((page) => engine.layoutPage(document, page.id))
      if (round < 6 && fill(plan, results, added)) continue
      const { findings } = printedFindings(read, results, this.faces)
      return { folder, document, findings, words: (finding) => wordsOf(document, finding) }
    }
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true })
  }
}

function write(folder: string, plan: Plan, added: ReadonlyMap<PlannedStory, readonly string[]>): void {
  for (const story of plan.pages.flatMap(({ stories }) => stories)) {
    if (story.isShared) continue
    const body = [...story.paragraphs, ...(added.get(story) ?? [])].map((text) => `　　${text}`)
    writeFileSync(join(folder, 'articles', story.file), [story.headline, ...(story.byline ? [story.byline] : []), '', ...body].join('\n'))
  }
  for (const [file, text] of Object.entries(plan.pool)) writeFileSync(join(folder, 'articles', file), text)
  const pages = plan.pages.map(({ stories, ...page }) => ({
    ...page,
    grid: GRID,
    stories: stories.map(({ file, area, legs, boxed }) => ({ article: `articles/${file}`, ...(legs ? { legs } : { area }), ...(boxed ? { boxed } : {}) })),
  }))
  writeFileSync(join(folder, 'issue.json'), JSON.stringify({ format: 1, paper: { name: '晨光日报', code: 'cgrb' }, date: plan.date, number: plan.number, pages }))
}

/** Adds lines to stories that are short; whether any was. */
function fill(plan: Plan, results: readonly PageResult[], added: Map<PlannedStory, string[]>): boolean {
  let isShort = false
  plan.pages.forEach(({ stories }, page) =>
    stories.forEach((story, index) => {
      const fit = results[page]?.stories.find(({ story: id }) => id.endsWith(`-${index + 1}`))
      const lines = (fit?.underset?.lines ?? 0) - (fit?.overset?.lines ?? 0)
      if (!fit || lines === 0 || story.isFilled === false || story.isShared) return
      const known = added.get(story) ?? []
      // A paragraph that fills its lines, less the indent of its first; a long one is shortened.
      const length = lines > 0 ? lines * GRID.charsPerColumn - 2 : (known.pop()?.length ?? 0) + lines * GRID.charsPerColumn
      if (length <= 0) return
      added.set(story, [...known, filling(length, story.seed ?? page * 7 + index * 3 + 1)])
      isShort = true
    }),
  )
  return isShort
}

function wordsOf(document: Document, { story: name, range }: Found): string {
  if (!range) return ''
  const article = recordsOf(document, 'article').find(({ file }) => file === name)
  const picture = record(document, 'picture', name ?? '')
  const block = article?.blocks[range.block ?? 0]
  const text = range.part === 'caption' || range.part === 'credit' ? picture?.[range.part] : range.part === 'block' ? block && blockText(block) : article?.[range.part]
  return Array.from(text ?? '').slice(range.from, range.to).join('')
}
