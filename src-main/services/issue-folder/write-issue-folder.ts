/** A document → an issue folder that reads back as the same issue, for taking an archived issue out of the library. */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { failure } from '../../../src-core/api/errors.ts'
import { articleText, printedArticle } from '../../../src-core/article/article-text.ts'
import { articleFromText } from '../../../src-core/article/intake.ts'
import { partBefore } from '../../../src-core/document/chains.ts'
import { GRID_PRESETS } from '../../../src-core/document/grid.ts'
import type { Grid, Leg } from '../../../src-core/document/grid.ts'
import type { IssueFileInput } from '../../../src-core/document/issue-file.ts'
import { issueOf, placedOn, record, recordsOf } from '../../../src-core/document/records.ts'
import type { Article, ArticleRecord, AssetRecord, Document, PageRecord, RecordId } from '../../../src-core/document/records.ts'
import { DEFAULT_HOUSE_STYLE } from '../../../src-core/document/style.ts'
import { ASSET_EXTENSION } from '../../storage/assets.ts'
import { writtenContinues, type Continues } from './continued.ts'

type PageInput = IssueFileInput['pages'][number]

/**
 * The folder appears whole or not at all; one that is there must be empty. Rejects with `ApiFailure` `bad-input`
 * otherwise, `unreadable-file` where a picture's bytes are gone.
 */
export async function writeIssueFolder(document: Document, assetBytes: (asset: RecordId) => Uint8Array | null, folder: string): Promise<void> {
  const target = resolve(folder)
  if (existsSync(target) && readdirSync(target).length > 0) {
    throw failure('bad-input', { zh: `「${folder}」里已有文件，没有写入。`, en: `${folder} is not empty; nothing was written.` }, { zh: '请给出一个新的或空的文件夹。', en: 'Name a new or an empty folder.' })
  }
  const part = join(dirname(target), `.${basename(target)}.part`)
  const files = folderFiles(document, assetBytes)
  rmSync(part, { recursive: true, force: true })
  try {
    for (const [name, content] of files) {
      const file = join(part, name)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, content)
    }
    if (existsSync(target)) rmSync(target, { recursive: true })
    await rename(part, target)
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    throw error
  }
}

function folderFiles(document: Document, assetBytes: (asset: RecordId) => Uint8Array | null): ReadonlyMap<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>()
  const articles = new Map<RecordId, string>()
  for (const [index, article] of recordsOf(document, 'article').entries()) {
    const { name, content } = articleFile(article, index)
    articles.set(article.id, name)
    files.set(name, content)
  }
  const images = new Map<RecordId, string>()
  for (const asset of recordsOf(document, 'asset')) {
    const bytes = assetBytes(asset.id)
    if (!bytes) throw failure('unreadable-file', { zh: `图片「${asset.name}」的文件不在了，没有写出。`, en: `The file of the picture ${asset.name} is gone; nothing was written.` })
    const name = imageName(asset, files)
    images.set(asset.id, name)
    files.set(name, bytes)
  }
  files.set('issue.json', `${JSON.stringify(issueFile(document, articles, images), null, 2)}\n`)
  return files
}

/** Plain text where it reads back as the very same article, so that anyone can open it; else JSON with its roles. */
function articleFile(article: ArticleRecord, index: number): { name: string; content: string } {
  const name = `articles/${String(index + 1).padStart(3, '0')}`
  const text = articleText(article)
  if (isDeepStrictEqual(roles(articleFromText(text, null)), roles(article))) return { name: `${name}.txt`, content: text }
  return { name: `${name}.json`, content: `${JSON.stringify(printedArticle(article), null, 2)}\n` }
}

function roles({ page, kicker, headline, subtitle, summary, byline, bylinePlace, standingHead, titleMarks, blocks }: Article): Partial<Article> {
  return { page, kicker, headline, subtitle, summary, byline, ...(bylinePlace ? { bylinePlace } : {}), ...(standingHead ? { standingHead } : {}), ...(titleMarks ? { titleMarks } : {}), blocks }
}

function imageName(asset: AssetRecord, taken: ReadonlyMap<string, unknown>): string {
  const extension = `.${ASSET_EXTENSION[asset.mime]}`
  const stem = basename(asset.name, extname(asset.name)).replace(/[^\p{Letter}\p{Number}_-]/gu, '_') || 'image'
  for (let copy = 1; ; copy++) {
    const name = `images/${stem}${copy === 1 ? '' : `-${copy}`}${extension}`
    if (!taken.has(name)) return name
  }
}

function issueFile(document: Document, articles: ReadonlyMap<RecordId, string>, images: ReadonlyMap<RecordId, string>): IssueFileInput {
  const { paper, date, number, style, accepted = [] } = issueOf(document)
  const continues = writtenChains(document)
  return {
    format: 1,
    paper,
    date,
    ...(number === null ? {} : { number }),
    ...(isDeepStrictEqual(style, DEFAULT_HOUSE_STYLE) ? {} : { style }),
    ...(accepted.length === 0 ? {} : { accepted: [...accepted] }),
    pages: recordsOf(document, 'page').map((page) => pageEntry(document, page, articles, images, continues)),
  }
}

/** What each story's entry says of the part before it, where something must be said. */
function writtenChains(document: Document): ReadonlyMap<RecordId, { readonly continues: Continues }> {
  const stories = recordsOf(document, 'page').flatMap((page) => placedOn(document, 'story', page.id).map((story) => ({ story, page: page.number })))
  const entries = stories.map(({ story, page }) => ({ story: story.id, article: story.article, page }))
  const written = stories.map(({ story }, at) => [story.id, writtenContinues(entries, at, partBefore(document, story)?.id ?? null)] as const)
  return new Map(written.flatMap(([story, continues]) => (continues === undefined ? [] : [[story, { continues }] as const])))
}

function pageEntry(
  document: Document,
  page: PageRecord,
  articles: ReadonlyMap<RecordId, string>,
  images: ReadonlyMap<RecordId, string>,
  continues: ReturnType<typeof writtenChains>,
): PageInput {
  const { number, section, grid, editor, inks, red, version, state } = page
  const image = (asset: RecordId | null) => (asset === null ? {} : { image: images.get(asset)! })
  const articleOf = (story: RecordId | null) => {
    const found = story === null ? undefined : record(document, 'story', story)
    return found && found.page === page.id ? { story: articles.get(found.article)! } : {}
  }
  return {
    number,
    section,
    grid: presetName(grid) ?? grid,
    ...(editor === null ? {} : { editor }),
    inks,
    ...(red ? { red } : {}),
    version,
    state,
    stories: placedOn(document, 'story', page.id).map(({ id, article, legs, measure, headline, boxed, frame, tint, writing, color, jumpHeadline }) => ({
      article: articles.get(article)!,
      ...continues.get(id),
      ...(jumpHeadline ? { jumpHeadline } : {}),
      ...areaOrLegs(legs),
      ...(measure ? { measure } : {}),
      ...(headline ? { headline } : {}),
      ...(boxed ? { boxed } : {}),
      ...(frame ? { frame } : {}),
      ...(tint ? { tint } : {}),
      ...(writing ? { writing } : {}),
      ...(color ? { color } : {}),
    })),
    pictures: placedOn(document, 'picture', page.id).map(({ asset, caption, credit, captionPlace, crop, fit, area, story }) => ({
      ...image(asset),
      ...(caption === null ? {} : { caption }),
      ...(credit === null ? {} : { credit }),
      ...(captionPlace ? { captionPlace } : {}),
      ...(crop ? { crop } : {}),
      ...(fit ? { fit } : {}),
      area,
      ...articleOf(story),
    })),
    ads: placedOn(document, 'advert', page.id).map(({ name, asset, area, keyline, crop, fit, pdfPage, pdfAs }) => ({
      name,
      ...image(asset),
      area,
      keyline,
      ...(crop ? { crop } : {}),
      ...(fit ? { fit } : {}),
      ...(pdfPage ? { pdfPage } : {}),
      ...(pdfAs ? { pdfAs } : {}),
    })),
    ...ornamentsOf(document, page),
  }
}

function ornamentsOf(document: Document, page: PageRecord): Pick<PageInput, 'ornaments'> {
  const ornaments = placedOn(document, 'ornament', page.id).map(({ area, look }) => ({ area, look }))
  return ornaments.length > 0 ? { ornaments } : {}
}

function presetName(grid: Grid): string | undefined {
  return Object.keys(GRID_PRESETS).find((name) => isDeepStrictEqual(GRID_PRESETS[name], grid))
}

function areaOrLegs(legs: readonly Leg[]): Pick<NonNullable<PageInput['stories']>[number], 'area' | 'legs'> {
  const [first] = legs
  const even = first && legs.every(({ from, to }) => from === first.from && to === first.to)
  return even ? { area: { column: first.column, line: first.from, columns: legs.length, lines: first.to - first.from } } : { legs: [...legs] }
}
