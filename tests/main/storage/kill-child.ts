/**
 * Run by kill-run.ts, to be killed: commits random changes as fast as it can and says of each, once it is acknowledged,
 * what it was. Arguments: library folder, seed.
 */
import { createHash } from 'node:crypto'
import { writeSync } from 'node:fs'
import type { Change } from '../../../src-core/document/change.ts'
import { applyChange } from '../../../src-core/document/change.ts'
import { GRID_PRESETS } from '../../../src-core/document/grid.ts'
import type { Document, DocumentRecord } from '../../../src-core/document/records.ts'
import { DEFAULT_HOUSE_STYLE } from '../../../src-core/document/style.ts'
import { openLibrary } from '../../../src-main/storage/library.ts'

export interface Acknowledged {
  readonly issue: string
  readonly revision: number
  readonly sha256: string
  readonly asset: string | null
}

const [, , folder, seed] = process.argv
const random = generator(Number(seed))
const library = openLibrary(folder!, () => new Date())

for (let round = 0; ; round++) {
  const id = `issue-${seed}-${round}`
  let { document, revision } = library.issues.create(id, [
    { type: 'issue', id: 'issue', paper: { name: '晨光日报', code: 'cgrb' }, date: '2024-01-20', number: 5021, style: DEFAULT_HOUSE_STYLE },
  ])
  for (let step = 0; step < 100; step++) {
    const change = randomChange(document, step)
    revision = library.issues.commit(id, revision, change)
    document = applyChange(document, change)
    const asset = random(10) === 0 ? library.assets.add(Buffer.alloc(random(50_000) + 1, step), { name: 'a.png', mime: 'image/png', width: 1, height: 1 }).id : null
    const acknowledged: Acknowledged = { issue: id, revision, sha256: createHash('sha256').update(JSON.stringify(change)).digest('hex'), asset }
    writeSync(1, `${JSON.stringify(acknowledged)}\n`)
  }
}

/** A page with its story at first, then new, longer and removed articles. */
function randomChange(document: Document, step: number): Change {
  const articles = Object.values(document.records).filter((record) => record.type === 'article')
  const chosen = articles[random(articles.length)]
  if (step % 10 === 0) return [page(step), article(`article-${step}`), story(step)].map((after) => ({ id: after.id, before: null, after }))
  if (!chosen || random(3) === 0) return [{ id: `article-${step}`, before: null, after: article(`article-${step}`) }]
  const placed = Object.values(document.records).some((record) => record.type === 'story' && record.article === chosen.id)
  if (!placed && random(3) === 0) return [{ id: chosen.id, before: chosen, after: null }]
  return [{ id: chosen.id, before: chosen, after: { ...chosen, headline: `${chosen.headline}${random(1_000)}` } }]
}

function page(step: number): DocumentRecord {
  return { type: 'page', id: `page-${step}`, order: step, number: `${step + 1}`.padStart(2, '0'), section: '要闻', grid: GRID_PRESETS['broadsheet']!, editor: null, inks: 'cmyk', version: 1, state: 'draft' }
}

function article(id: string): DocumentRecord {
  const text = '新区建设者走上阵地。'.repeat(random(300))
  return { type: 'article', id, order: 0, file: null, page: null, kicker: null, headline: '阵地', subtitle: null, summary: null, byline: null, blocks: [{ role: 'paragraph', text }], notes: [] }
}

function story(step: number): DocumentRecord {
  return { type: 'story', id: `story-${step}`, page: `page-${step}`, article: `article-${step}`, order: 0, legs: [{ column: 0, from: 0, to: 60 }], measure: null, headline: null, boxed: false }
}

/** Lehmer's generator: whole numbers from 0 up to, not including, `below`. */
function generator(start: number): (below: number) => number {
  let state = (start % 2_147_483_646) + 1
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}
