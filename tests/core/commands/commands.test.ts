import { describe, expect, test } from 'vitest'
import { isRectangle, moveLegs, resizeLeg, resizeLegs } from '../../../src-core/commands/areas.ts'
import { removeArticle } from '../../../src-core/commands/articles.ts'
import { addPage, movePage, removePage, renumberPages, setPage } from '../../../src-core/commands/pages.ts'
import { resizeHeadline, setHeadline, setHeadlineChoices, setHeadlineForm, setHeadlineVertical, stepHeadline } from '../../../src-core/commands/headlines.ts'
import { removeStory } from '../../../src-core/commands/stories.ts'
import { applyChange, type Change } from '../../../src-core/document/change.ts'
import { GRID_PRESETS } from '../../../src-core/document/grid.ts'
import { headlineForm, headlineSettings, headlineSpan } from '../../../src-core/document/headline.ts'
import { issueOf, record, recordsOf, type Document } from '../../../src-core/document/records.ts'
import { anIssue, aPage, documentOf } from './document.ts'

const after = (document: Document, change: Change | null): Document => applyChange(document, change ?? [])
const numbers = (document: Document) => recordsOf(document, 'page').map(({ number }) => number)
const grid = GRID_PRESETS['broadsheet']!
/** A step shape: the third leg begins lower, the first ends higher. */
const step = [
  { column: 2, from: 10, to: 30 },
  { column: 3, from: 10, to: 40 },
  { column: 4, from: 20, to: 40 },
]

describe('legs', () => {
  test('move as one shape and stop at the edge of the grid', () => {
    expect(moveLegs(grid, step, { column: 99, line: 99 })).toEqual([
      { column: 5, from: 91, to: 111 },
      { column: 6, from: 91, to: 121 },
      { column: 7, from: 101, to: 121 },
    ])
  })

  test('an upper edge moves the legs that make it and pushes the others', () => {
    expect(resizeLegs(grid, step, { top: 5 }).map(({ from }) => from)).toEqual([5, 5, 20])
    expect(resizeLegs(grid, step, { top: 25 }).map(({ from }) => from)).toEqual([25, 25, 25])
  })

  test('a right edge adds legs like the last one, and takes legs away', () => {
    expect(resizeLegs(grid, step, { right: 7 }).slice(2)).toEqual([4, 5, 6].map((column) => ({ column, from: 20, to: 40 })))
    expect(resizeLegs(grid, step, { right: 3 })).toEqual([{ column: 2, from: 10, to: 30 }])
  })

  test('one foot of a rectangle makes an area of six sides', () => {
    const rectangle = [0, 1].map((column) => ({ column, from: 0, to: 20 }))
    const shaped = resizeLeg(grid, rectangle, 1, { to: 30 })
    expect(shaped[1]).toEqual({ column: 1, from: 0, to: 30 })
    expect([isRectangle(rectangle), isRectangle(shaped)]).toEqual([true, false])
  })
})

describe('headlines', () => {
  test('span the widest run of the highest legs', () => {
    expect(headlineSpan(step)).toEqual({ column: 2, columns: 2, line: 10 })
    expect(headlineSpan([0, 1, 2, 3].map((column) => ({ column, from: column === 1 ? 9 : 4, to: 20 })))).toEqual({ column: 2, columns: 2, line: 4 })
  })

  test('step by 号 from what the table gives, and follow it again', () => {
    const larger = after(anIssue, stepHeadline(anIssue, 'story-1', 'headline', 1))
    const { style } = issueOf(larger)
    expect(headlineSettings(style, record(larger, 'story', 'story-1')!).headline).toEqual({ face: 'song-bold', size: 27.5 })
    const again = after(larger, setHeadline(larger, 'story-1', 'headline', null))
    expect(record(again, 'story', 'story-1')!.headline).toBeNull()
  })

  test('take a form and choices of their own, and follow the house again', () => {
    const own = after(anIssue, setHeadlineForm(anIssue, 'story-1', 'around'))
    const placed = after(own, setHeadlineChoices(own, 'story-1', { columns: 2, line: 9, align: 'start' }))
    expect(record(placed, 'story', 'story-1')!.headline).toEqual({ form: 'around', columns: 2, line: 9, align: 'start' })
    // The area of one form means nothing in another.
    const inside = after(placed, setHeadlineForm(placed, 'story-1', 'inside'))
    expect(record(inside, 'story', 'story-1')!.headline).toEqual({ form: 'inside', align: 'start' })
    const over = after(inside, setHeadlineForm(inside, 'story-1', 'over'))
    expect(record(after(over, setHeadlineChoices(over, 'story-1', { align: null })), 'story', 'story-1')!.headline).toBeNull()
    expect(setHeadlineForm(anIssue, 'story-1', 'over')).toBeNull()
  })

  test('a vertical one goes by its own row of the house', () => {
    const vertical = after(anIssue, setHeadlineVertical(anIssue, 'story-1', true))
    const story = record(vertical, 'story', 'story-1')!
    expect([headlineForm(story), headlineSettings(issueOf(vertical).style, story).headline.size]).toEqual(['inside', 36])
    expect(record(after(vertical, setHeadlineVertical(vertical, 'story-1', false)), 'story', 'story-1')!.headline).toBeNull()
  })

  test('their area follows the edges that are moved, inside the legs', () => {
    const { legs } = record(anIssue, 'story', 'story-1')!
    const [column, from] = [legs[0]!.column, legs[0]!.from]
    const present = { column, line: from, columns: 1, lines: 4 }
    const resized = (form: 'inside' | 'around', edges: Parameters<typeof resizeHeadline>[3]) => {
      const formed = after(anIssue, setHeadlineForm(anIssue, 'story-1', form))
      return record(after(formed, resizeHeadline(formed, 'story-1', present, edges)), 'story', 'story-1')!.headline
    }
    expect(resized('inside', { right: column + 99 })).toEqual({ form: 'inside', columns: legs.length })
    expect(resized('inside', { bottom: from + 6 })).toEqual({ form: 'inside', lines: 6 })
    expect(resized('around', { top: from + 2 })).toEqual({ form: 'around', column: 0, line: 2, lines: 2 })
  })

  test('have no size beyond the table', () => {
    const largest = after(anIssue, setHeadline(anIssue, 'story-1', 'headline', { face: 'hei', size: 54 }))
    expect(stepHeadline(largest, 'story-1', 'headline', 1)).toBeNull()
  })
})

describe('pages', () => {
  test('a page goes with what stands on it, the articles stay in the pool', () => {
    const left = after(anIssue, removePage(anIssue, 'page-1'))
    expect(Object.keys(left.records).toSorted()).toEqual(['article-1', 'article-2', Object.keys(left.records).find((id) => id.startsWith('asset'))!, 'issue', 'page-2'])
  })

  test('a new page takes the next number in its own run of letters', () => {
    const lettered = documentOf(aPage('a', 1, { number: 'A01' }), aPage('b', 2, { number: 'A03' }))
    expect(numbers(after(lettered, addPage(lettered, 'c')))).toEqual(['A01', 'A03', 'A04'])
    expect(numbers(after(documentOf(), addPage(documentOf(), 'c')))).toEqual(['01'])
  })

  test('are put in another order for ever, even where no number lies between two', () => {
    let document = documentOf(aPage('a', 1), aPage('b', 2), aPage('c', 3))
    for (let time = 0; time < 120; time++) document = after(document, movePage(document, recordsOf(document, 'page')[2]!.id, 1))
    expect(recordsOf(document, 'page').map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  test('are numbered by their order, run by run', () => {
    const mixed = documentOf(aPage('a', 1, { number: 'A02' }), aPage('b', 2, { number: 'B05' }), aPage('c', 3, { number: 'A01' }))
    expect(numbers(after(mixed, renumberPages(mixed)))).toEqual(['A01', 'B01', 'A02'])
  })

  test('keep their number and grid where another page or what is placed stands against it', () => {
    expect(setPage(anIssue, 'page-1', { number: '02' })).toBeNull()
    expect(setPage(anIssue, 'page-1', { grid: GRID_PRESETS['tabloid']! })).toBeNull()
    expect(setPage(anIssue, 'page-2', { grid: GRID_PRESETS['tabloid']! })).not.toBeNull()
  })
})

test('removing a story or its article leaves its picture on the page, belonging to none', () => {
  for (const change of [removeStory(anIssue, 'story-1'), removeArticle(anIssue, 'article-1')]) {
    const left = after(anIssue, change)
    expect(record(left, 'story', 'story-1')).toBeUndefined()
    expect(record(left, 'picture', 'picture-1')?.story).toBeNull()
  }
})
