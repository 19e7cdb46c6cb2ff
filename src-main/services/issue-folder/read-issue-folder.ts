/**
 * An issue folder (DESIGN §6) → a document. Ids come from the places in `issue.json` and from file names, so that the
 * same folder gives the same document.
 */
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { failure } from '../../../src-core/api/errors.ts'
import { ApiFailure } from '../../../src-core/api/methods.ts'
import type { ApiError, LocalText } from '../../../src-core/api/methods.ts'
import type { Area, Leg } from '../../../src-core/document/grid.ts'
import type { IssueFile, PageEntry, StoryEntry } from '../../../src-core/document/issue-file.ts'
import { misnamed } from '../../../src-core/document/misnamed.ts'
import { MOST_PICTURE_BYTES } from '../../../src-core/document/picture-file.ts'
import type { ArticleRecord, Document, DocumentRecord, PageRecord, RecordId, StoryRecord } from '../../../src-core/document/records.ts'
import { DEFAULT_HOUSE_STYLE } from '../../../src-core/document/style.ts'
import { documentFaults } from '../../../src-core/document/validate.ts'
import { autoPlace, takenAreas } from '../../../src-core/typeset/page/free-area.ts'
import { readArtwork } from '../assets.ts'
import { decodeText } from '../decode-text.ts'
import { readIntake } from '../intake.ts'
import { continued } from './continued.ts'
import { FolderFailure } from './folder-failure.ts'
import { FileError, FolderFiles, normalizedPath } from './folder-files.ts'
import type { FileFault } from './folder-files.ts'
import { IssueJson } from './issue-json.ts'
import type { JsonPath } from './issue-json.ts'

export interface IssueFolder {
  readonly document: Document
  /** Bytes of a picture of the document; null where it has no such asset. */
  assetBytes(asset: RecordId): Uint8Array | null
  /** By article: half-width marks that were mended. */
  readonly slips: ReadonlyMap<RecordId, number>
  /** What was passed over, in sentences. */
  readonly warnings: readonly LocalText[]
}

/**
 * Rejects with {@link ApiFailure} `not-found` without a folder, else with {@link FolderFailure}: all that is wrong in
 * `issue.json`, or, where that is sound, all files that it names and that cannot be taken, each with its place.
 */
export async function readIssueFolder(folder: string): Promise<IssueFolder> {
  const files = openFolder(folder)
  const json = new IssueJson(issueText(folder, files))
  const { issue, warnings } = json.read()
  return new FolderReader(files, json, warnings).read(issue)
}

function openFolder(folder: string): FolderFiles {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found?.isDirectory()) return new FolderFiles(folder)
  throw failure(
    'not-found',
    found ? { zh: `「${folder}」不是文件夹。`, en: `${folder} is not a folder.` } : { zh: `没有「${folder}」这个文件夹。`, en: `There is no folder ${folder}.` },
    { zh: '请给出装有 issue.json 的文件夹。', en: 'Name the folder that holds issue.json.' },
  )
}

function issueText(folder: string, files: FolderFiles): string {
  try {
    const decoded = decodeText(files.read('issue.json'))
    if (decoded) return decoded.text
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    throw failure(
      'bad-input',
      { zh: `「${folder}」里没有可读的 issue.json。`, en: `${folder} holds no readable issue.json.` },
      { zh: '请照 README 的样子写一个：报名、日期、版和每版的稿件。', en: 'Write one as the README shows: paper, date, pages and the stories of each.' },
    )
  }
  throw failure('bad-input', { zh: `「${folder}」里的 issue.json 不是文字文件。`, en: `issue.json in ${folder} is not text.` }, { zh: '请用 UTF-8 重新保存。', en: 'Save it again as UTF-8.' })
}

const FILE_FAULTS: Readonly<Record<FileFault, LocalText>> = {
  outside: { zh: '在文件夹之外，不能使用', en: 'lies outside the folder and may not be used' },
  missing: { zh: '不存在', en: 'does not exist' },
  'no-file': { zh: '不是文件', en: 'is not a file' },
  'too-large': { zh: '太大', en: 'is too large' },
  unreadable: { zh: '没有权限读取', en: 'may not be read' },
}

const OTHER_FILE: LocalText = { zh: '请把文件放进文件夹，或改正这里的文件名。', en: 'Put the file into the folder, or correct its name here.' }
const SMALLER_FILE: LocalText = { zh: '请先缩小或压缩这个文件。', en: 'Make the file smaller first.' }

class FolderReader {
  private readonly files: FolderFiles
  private readonly json: IssueJson
  private readonly warnings: LocalText[]
  private readonly records: Record<RecordId, DocumentRecord> = {}
  private readonly assetPaths = new Map<RecordId, string>()
  /** Files that were read, by who shows them: an advert takes more kinds. */
  private readonly images = new Map<string, RecordId>()
  private articles = 0
  private readonly slips = new Map<RecordId, number>()
  private readonly faults: ApiError[] = []
  /** Files, by their paths. */
  private readonly refused = new Set<string>()
  /** As they stand in the file. */
  private readonly pages: PageRecord[] = []

  constructor(files: FolderFiles, json: IssueJson, warnings: readonly LocalText[]) {
    this.files = files
    this.json = json
    this.warnings = [...warnings]
  }

  async read(issue: IssueFile): Promise<IssueFolder> {
    const { paper, date, number = null, style = DEFAULT_HOUSE_STYLE, accepted = [] } = issue
    this.add({ type: 'issue', id: 'issue', paper, date, number, style, ...(accepted.length > 0 ? { accepted } : {}) })
    for (const [index, page] of issue.pages.entries()) await this.readPage(page, index)
    if (this.faults.length === 0) this.joinParts(issue)
    if (this.faults.length > 0) throw new FolderFailure(this.faults)
    await this.readPool()
    const document = { records: this.records }
    // That two pages have one number is preflight's to tell.
    const fault = documentFaults(document).find(({ law }) => law !== 'page-number')
    if (fault) throw this.json.failure(['pages'], fault, { zh: '请改正后再试。', en: 'Correct it and try again.' })
    return {
      document,
      assetBytes: (asset) => {
        const path = this.assetPaths.get(asset)
        return path === undefined ? null : this.files.read(path)
      },
      slips: this.slips,
      warnings: this.warnings,
    }
  }

  private async readPage(entry: PageEntry, order: number): Promise<void> {
    const { number, section, grid, editor = null, inks = 'cmyk', red, version = 1, state = 'draft' } = entry
    const place: JsonPath = ['pages', order]
    const page: PageRecord = { type: 'page', id: this.pageId(number), order, number, section, grid, editor, inks, ...(red ? { red } : {}), version, state }
    this.add(page)
    this.pages.push(page)
    const waiting: (() => void)[] = []
    for (const [index, story] of entry.stories.entries()) {
      const at: JsonPath = [...place, 'stories', index]
      const article = await this.taken(story.article, () => this.readArticle(story.article, [...at, 'article']))
      const legs = await this.sound(() => this.legsOf(story, at))
      if (!article || !legs) continue
      if (legs === 'free') waiting.push(() => this.addStory(page, story, index, article, this.freeLegs(page, at, story)))
      else this.addStory(page, story, index, article, legs)
    }
    await this.readArtwork(page, entry, place)
    // Stories without an area take what the others leave.
    for (const add of waiting) await this.sound(add)
  }

  /** Null of what is wrong, which is told when everything was looked at. */
  private async sound<Value>(read: () => Value | Promise<Value>): Promise<Value | null> {
    try {
      return await read()
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
      this.faults.push(error.error)
      return null
    }
  }

  /** The same of a file, which is told where it is named first. */
  private async taken<Value>(path: string, read: () => Promise<Value>): Promise<Value | null> {
    const file = normalizedPath(path)
    if (this.refused.has(file)) return null
    const before = this.faults.length
    const value = await this.sound(read)
    if (this.faults.length > before) this.refused.add(file)
    return value
  }

  /** Two pages of one number are two pages all the same. */
  private pageId(number: string): RecordId {
    for (let copy = 1; ; copy++) {
      const id = copy === 1 ? `page-${number}` : `page-${number}-${copy}`
      if (!this.records[id]) return id
    }
  }

  /** Stories that continue others, once all of them are there. */
  private joinParts({ pages }: IssueFile): void {
    const written = pages.flatMap((page, at) => page.stories.map((entry, index) => ({ entry, index, at, story: this.records[storyId(this.pages[at]!, index)] as StoryRecord, page: page.number })))
    const entries = written.map(({ story, page }) => ({ story: story.id, article: story.article, page }))
    for (const [place, { entry, index, at, story }] of written.entries()) {
      const before = continued(entries, place, entry.continues)
      if (before === undefined) {
        const fault = this.json.failure(
          ['pages', at, 'stories', index, 'continues'],
          { zh: `没有「${entry.article}」的另一处可以续接`, en: `there is no other story of ${entry.article} to continue` },
          { zh: '请先写它的前一部分，或删去这一项。', en: 'Write its part before this one, or leave this out.' },
        )
        this.faults.push(fault.error)
      } else if (before !== null) this.add({ ...story, continues: before })
    }
  }

  private addStory(page: PageRecord, entry: StoryEntry, order: number, article: ArticleRecord, legs: readonly Leg[]): void {
    const { measure = null, headline = null, boxed = false, frame, tint, writing, color, jumpHeadline } = entry
    const story: StoryRecord = {
      type: 'story', id: storyId(page, order), page: page.id, article: article.id, order, legs, measure, headline, boxed, ...(frame ? { frame } : {}), ...(tint ? { tint } : {}), ...(writing ? { writing } : {}), ...(color ? { color } : {}),
      ...(jumpHeadline ? { jumpHeadline } : {}),
    }
    this.add(story)
  }

  /** `free` where the file leaves it to the page. */
  private legsOf(story: StoryEntry, place: JsonPath): readonly Leg[] | 'free' {
    if (story.area) return areaLegs(story.area)
    if (!story.legs) return 'free'
    const legs = story.legs.toSorted((a, b) => a.column - b.column)
    const wrong = legs.findIndex((leg, index) => leg.to <= leg.from || (index > 0 && leg.column !== legs[index - 1]!.column + 1))
    if (wrong < 0) return legs
    throw this.json.failure(
      [...place, 'legs'],
      { zh: '各段要在相邻的栏里，每段的 to 大于 from', en: 'legs stand in neighbouring columns, each with its to below its from' },
      { zh: '请改正栏号或行号。', en: 'Correct the columns or lines.' },
    )
  }

  private freeLegs(page: PageRecord, place: JsonPath, story: StoryEntry): readonly Leg[] {
    const area = autoPlace(page.grid, takenAreas({ records: this.records }, page))
    if (area) return areaLegs(area)
    throw this.json.failure(
      place,
      { zh: `第${page.number}版已经排满，没有空位给「${story.article}」`, en: `page ${page.number} is full and has no room for ${story.article}` },
      { zh: '请给它写上 area，或换一个版。', en: 'Give it an area, or another page.' },
    )
  }

  private async readArtwork(page: PageRecord, entry: PageEntry, place: JsonPath): Promise<void> {
    for (const [order, { image, caption = null, credit = null, captionPlace, crop, fit, area, story = null }] of entry.pictures.entries()) {
      const asset = image ? await this.taken(image, () => this.readImage(image, [...place, 'pictures', order, 'image'], 'picture')) : null
      const beside = story === null ? null : entry.stories.findIndex((candidate) => normalizedPath(candidate.article) === normalizedPath(story))
      if (beside === -1) {
        const fault = this.json.failure([...place, 'pictures', order, 'story'], { zh: `「${story}」不是这一版的稿件`, en: `${story} is no story of this page` }, { zh: '请写这一版 stories 里的稿件，或删去这一项。', en: 'Name an article of this page’s stories, or leave it out.' })
        this.faults.push(fault.error)
      }
      this.add({ type: 'picture', id: placedId('picture', page, order), page: page.id, order, asset, caption, credit, area, ...(captionPlace ? { captionPlace } : {}), ...(crop ? { crop } : {}), ...(fit ? { fit } : {}), story: beside === null ? null : storyId(page, beside) })
    }
    for (const [order, { name, image, area, keyline = true, crop, fit, pdfPage, pdfAs }] of entry.ads.entries()) {
      const asset = image ? await this.taken(image, () => this.readImage(image, [...place, 'ads', order, 'image'], 'advert')) : null
      this.add({ type: 'advert', id: placedId('advert', page, order), page: page.id, order, name, asset, area, keyline, ...(crop ? { crop } : {}), ...(fit ? { fit } : {}), ...(pdfPage ? { pdfPage } : {}), ...(pdfAs ? { pdfAs } : {}) })
    }
    for (const [order, { area, look }] of entry.ornaments.entries()) this.add({ type: 'ornament', id: placedId('ornament', page, order), page: page.id, order, area, look })
  }

  private async readArticle(path: string, place: JsonPath): Promise<ArticleRecord> {
    const file = normalizedPath(path)
    const known = this.records[articleId(file)]
    if (known?.type === 'article') return known
    return this.addArticle(file, this.readFile(path, place, { zh: '稿件', en: 'the article' }))
  }

  private async addArticle(file: string, bytes: Uint8Array): Promise<ArticleRecord> {
    const { article: read, slips } = await readIntake(file, bytes)
    const article: ArticleRecord = { ...read, type: 'article', id: articleId(file), order: this.articles++ }
    this.add(article)
    if (slips > 0) this.slips.set(article.id, slips)
    return article
  }

  /** Articles that no page names wait in the pool. */
  private async readPool(): Promise<void> {
    for (const file of this.files.list('articles')) {
      if (this.records[articleId(file)]) continue
      try {
        await this.addArticle(file, this.files.read(file))
      } catch (error) {
        if (error instanceof ApiFailure) this.warnings.push(error.error.message)
        else if (!(error instanceof FileError)) throw error
      }
    }
  }

  /** Adverts come as PDF too. */
  private async readImage(path: string, place: JsonPath, owner: 'picture' | 'advert'): Promise<RecordId> {
    const file = normalizedPath(path)
    const known = this.images.get(`${owner} ${file}`)
    if (known !== undefined) return known
    const bytes = this.readFile(path, place, { zh: '图片', en: 'the picture' }, MOST_PICTURE_BYTES)
    const read = owner === 'advert' ? readArtwork : (await import('../../images/picture.ts')).readPicture
    // Before the hash, which takes longer than finding most faults.
    const info = await read(bytes).catch((error: unknown) => this.refusedImage(place, path, error))
    const wrongName = misnamed(file, info.mime)
    // An advert and a picture may show one file.
    if (wrongName && !this.warnings.some(({ zh }) => zh === wrongName.zh)) this.warnings.push(wrongName)
    const id = `asset:${createHash('sha256').update(bytes).digest('hex')}`
    if (!this.records[id]) this.add({ type: 'asset', id, name: basename(file), ...info })
    this.images.set(`${owner} ${file}`, id)
    this.assetPaths.set(id, file)
    return id
  }

  private refusedImage(place: JsonPath, path: string, error: unknown): never {
    if (!(error instanceof ApiFailure)) throw error
    const { message, remedy } = error.error
    // 图片太大, 这不是图片: the file is named in place of the subject.
    const [, noun, said] = /^(这|图片|PDF)?(?: ?文件)?\s*(.*?)。?$/u.exec(message.zh)!
    throw this.json.failure(place, { zh: `${noun === 'PDF' ? noun : '图片'}「${path}」${said!}`, en: `the picture ${path}: ${message.en.replace(/\.$/u, '')}` }, remedy ?? { zh: '请换一张图片。', en: 'Use another picture.' })
  }

  private readFile(path: string, place: JsonPath, what: LocalText, mostBytes?: number): Uint8Array {
    try {
      return this.files.read(path, mostBytes)
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      const fault = error.fault === 'too-large' && mostBytes !== undefined ? largerThan(mostBytes) : FILE_FAULTS[error.fault]
      throw this.json.failure(place, { zh: `${what.zh}「${path}」${fault.zh}`, en: `${what.en} ${path} ${fault.en}` }, error.fault === 'too-large' ? SMALLER_FILE : OTHER_FILE)
    }
  }

  private add(added: DocumentRecord): void {
    this.records[added.id] = added
  }
}

function largerThan(bytes: number): LocalText {
  const megabytes = bytes / (1 << 20)
  return { zh: `太大，超过 ${megabytes} MB`, en: `is too large, over ${megabytes} MB` }
}

function areaLegs({ column, line, columns, lines }: Area): readonly Leg[] {
  return Array.from({ length: columns }, (_, index) => ({ column: column + index, from: line, to: line + lines }))
}

function storyId(page: PageRecord, order: number): RecordId {
  return placedId('story', page, order)
}

/** `story-04-1`; on a second page 04 `story-04-2-1`. */
function placedId(type: 'story' | 'picture' | 'advert' | 'ornament', page: PageRecord, order: number): RecordId {
  return `${type}-${page.id.slice('page-'.length)}-${order + 1}`
}

function articleId(file: string): RecordId {
  return `article-${createHash('sha256').update(file).digest('hex').slice(0, 12)}`
}
