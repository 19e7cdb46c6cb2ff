/** The worker's parts, without a worker: what is set when, what is painted again, what travels. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moveStory } from '../../../../src-core/commands/stories.ts'
import { removePage, setPage } from '../../../../src-core/commands/pages.ts'
import { writeArticle } from '../../../../src-core/commands/articles.ts'
import { applyChange } from '../../../../src-core/document/change.ts'
import { record, type Document } from '../../../../src-core/document/records.ts'
import { inkBounds } from '../../../../src-core/paint/canvas/bounds.ts'
import type { FrameItem, GlyphRun, GroupItem } from '../../../../src-core/typeset/frame.ts'
import type { Face, FaceSet } from '../../../../src-core/fonts/face.ts'
import { packOutlines } from '../../../../src-core/fonts/outline-pack.ts'
import type { Engine } from '../../../../src-core/typeset/engine.ts'
import type { PageResult } from '../../../../src-core/typeset/result.ts'
import { changedRects, keepItems } from '../../../../src-renderer/canvas/worker/frame-difference.ts'
import { expectedText } from '../../../../src-renderer/canvas/worker/expected-text.ts'
import { createPageSetter } from '../../../../src-renderer/canvas/worker/page-setter.ts'
import { packResult, unpackResult } from '../../../../src-renderer/canvas/worker/sent-result.ts'
import { arrivingShapes } from '../../../../src-renderer/canvas/worker/shapes.ts'
import { anIssue } from '../../../core/commands/document.ts'

function resultOf(page: string, items: readonly FrameItem[]): PageResult {
  return {
    frame: { page: { id: page, number: '', section: '' }, trim: { width: 100, height: 100 }, bleed: 0, typeArea: { x: 0, y: 0, width: 100, height: 100 }, items },
    stories: [],
    notes: [],
  }
}

describe('the page setter', () => {
  function setUp() {
    const calls: string[] = []
    const engine: Engine = {
      layoutPage(document, page) {
        const story = record(document, 'story', 'story-1')
        calls.push(`${page} ${story?.legs[0]?.column ?? '-'}`)
        return resultOf(page, [{ kind: 'fill', x: story?.legs[0]?.column ?? 0, y: 0, width: 1, height: 1, color: [0, 0, 0, 1] }])
      },
      fittingArea: (_, __, ___, place) => ({ ...place, lines: 9 }),
    }
    const setter = createPageSetter(engine)
    setter.load(anIssue)
    setter.show('page-2')
    const setAll = () => {
      while (setter.setNext(false));
      return calls.splice(0)
    }
    return { setter, setAll, calls }
  }
  const move = (column: number, document: Document = anIssue) => moveStory(document, 'story-1', { column, line: 10 })!

  test('sets the shown page first, then the others, each once', () => {
    const { setAll } = setUp()
    expect(setAll()).toEqual(['page-2 0', 'page-1 0'])
    expect(setAll()).toEqual([])
  })

  test('sets only pages on which a change shows', () => {
    const { setter, setAll } = setUp()
    setAll()
    setter.apply(move(3))
    expect(setAll()).toEqual(['page-1 3'])
    setter.apply(setPage(applyChange(anIssue, move(3)), 'page-2', { section: '副刊' })!)
    expect(setAll()).toEqual(['page-2 3'])
  })

  test('sets every page again with other faces, but for those that are frozen', () => {
    const { setter, setAll } = setUp()
    setAll()
    const asked: string[] = []
    const other: Engine = { layoutPage: (_, page) => (asked.push(page), resultOf(page, [])), fittingArea: (_, __, ___, place) => ({ ...place, lines: 1 }) }
    expect(setter.useEngine(other)).toEqual([])
    setAll()
    expect(asked).toEqual(['page-2', 'page-1'])
    const frozen = resultOf('page-1', [])
    setter.loadFrozen(anIssue, [frozen])
    expect(setter.useEngine(other)).toEqual([frozen])
    expect(setter.setNext(false)).toBeNull()
  })

  test('of previews that came meanwhile sets the newest only, and none of a page out of sight', () => {
    const { setter, setAll } = setUp()
    setAll()
    for (const column of [1, 2, 3]) setter.preview(move(column))
    expect(setAll()).toEqual([])
    setter.show('page-1')
    for (const column of [1, 2, 3]) setter.preview(move(column))
    expect(setAll()).toEqual(['page-1 3'])
    setter.preview(null)
    expect(setAll()).toEqual(['page-1 0'])
  })

  test('a commit ends the preview, whatever it showed', () => {
    const { setter, setAll } = setUp()
    setter.show('page-1')
    setAll()
    setter.preview(move(5))
    setAll()
    setter.apply(writeArticle(anIssue, 'article-2', { headline: '别的' })!)
    expect(setAll()).toEqual(['page-1 0'])
  })

  test('forgets a page that is gone, and answers for an article that is gone', () => {
    const { setter, setAll } = setUp()
    setter.apply(removePage(anIssue, 'page-1')!)
    expect(setAll()).toEqual(['page-2 -'])
    expect(setter.result('page-1')).toBeUndefined()
    expect(setter.fittingArea('page-2', 'nothing', { column: 1, line: 2, columns: 3 })).toEqual({ column: 1, line: 2, columns: 3, lines: 1 })
  })

  test('shows frozen pages as they were and never sets them', () => {
    const { setter, setAll } = setUp()
    const frozen = resultOf('page-1', [])
    setter.loadFrozen(anIssue, [frozen])
    expect(setAll()).toEqual([])
    expect(setter.result('page-1')).toBe(frozen)
  })
})

const fill = fc.record({ x: fc.nat(9), y: fc.nat(9) }).map(({ x, y }): FrameItem => ({ kind: 'fill', x: x * 10, y: y * 10, width: 8, height: 8, color: [0, 0, 0, 1] }))
const group = fc
  .record({ record: fc.constantFrom('a', 'b', 'c', null), items: fc.array(fill, { maxLength: 5 }) })
  .map(({ record: of, items }): GroupItem => ({ kind: 'group', record: of, items }))
const items = fc.uniqueArray(group, { maxLength: 4, selector: (of) => of.record })

describe('the difference of two frames', () => {
  test('is judged on equal frames: what is kept is equal to what was set', () => {
    fc.assert(fc.property(items, items, (last, next) => void expect(keepItems(last, next)).toEqual(next)))
  })

  test('is nothing between equal frames, however they were built', () => {
    fc.assert(fc.property(items, (last) => void expect(changedRects(last, keepItems(last, structuredClone(last) as FrameItem[]))).toEqual([])))
  })

  test('holds every item that is not in both', () => {
    fc.assert(
      fc.property(items, items, (last, fresh) => {
        const next = keepItems(last, fresh)
        const rects = changedRects(last, next)
        if (!rects) return
        const [before, after] = [leaves(last), leaves(next)]
        const changed = [...before.filter((item) => !after.includes(item)), ...after.filter((item) => !before.includes(item))]
        for (const { x, y, width, height } of changed.map((item) => inkBounds(item)!)) {
          expect(rects.some((rect) => rect.x <= x && rect.y <= y && rect.x + rect.width >= x + width && rect.y + rect.height >= y + height)).toBe(true)
        }
      }),
    )
  })

  test('travels as the groups that changed, and is whole again on the other side', () => {
    fc.assert(
      fc.property(items, items, (first: readonly FrameItem[], second) => {
        const last = resultOf('page-1', first)
        const next = resultOf('page-1', keepItems(first, second))
        // The window has its own copy of what was sent before.
        const received = structuredClone(last) as PageResult
        const sent = structuredClone(packResult(last, next))
        expect(unpackResult(received, sent)).toEqual(next)
        expect(sent.frame.items.filter((item) => typeof item === 'number')).toHaveLength(next.frame.items.filter((item) => first.includes(item)).length)
      }),
    )
  })
})

function leaves(of: readonly FrameItem[]): readonly FrameItem[] {
  return of.flatMap((item) => (item.kind === 'group' ? leaves(item.items) : [item]))
}

describe('outlines on their way', () => {
  const song: Face = { id: 'song', glyph: (codePoint: number) => (codePoint < 0x3000 ? 0 : codePoint - 0x3000) } as Face
  const kai: Face = { id: 'kai', glyph: (codePoint: number) => codePoint } as Face
  const faces: FaceSet = { ids: ['song', 'kai'], face: () => song, chain: () => [song, kai] }
  const run = (glyphs: readonly number[]) => ({ kind: 'glyphs', face: 'song', glyphs }) as unknown as GlyphRun
  const pack = (glyphs: readonly number[]) => packOutlines(glyphs, { outline: (glyph) => [0, glyph, glyph] })

  test('are asked for once, by face, also before the page is set', () => {
    const asked: string[] = []
    const shapes = arrivingShapes(faces, (face, glyphs) => void asked.push(`${face} ${glyphs.join()}`))
    shapes.wantTexts([{ face: 'song', text: '、、a' }, { face: 'song', text: '、' }])
    shapes.want([{ kind: 'group', record: null, items: [run([1, 2]), run([2, 3])] }])
    shapes.want([run([1, 2, 3])])
    expect(asked).toEqual(['song 1', 'kai 97', 'song 2,3'])
  })

  test('are waited for until the last has come; a run counts when all of it is there', () => {
    const shapes = arrivingShapes(faces, () => undefined)
    shapes.want([run([1, 2])])
    shapes.want([run([3])])
    shapes.add('song', pack([1, 2]))
    expect([shapes.isWaiting(), shapes.hasAll(run([1, 2])), shapes.hasAll(run([2, 3]))]).toEqual([true, true, false])
    shapes.add('song', pack([3]))
    expect([shapes.isWaiting(), shapes.outlines('song')!.outline(3)]).toEqual([false, [0, 3, 3]])
  })

  test('cover what a page is expected to show, each text in its face', () => {
    const texts = expectedText(anIssue, 'page-1')
    expect(texts).toContainEqual({ face: 'song-bold', text: '清河两岸新绿来' })
    expect(texts).toContainEqual({ face: 'hei-bold', text: '一棵树\n一份账' })
    const facesOf = (words: string) => texts.filter(({ text }) => text.includes(words)).map(({ face }) => face)
    expect([facesOf('清晨的河堤上'), facesOf('到中午')]).toEqual([['kai'], ['song']])
    expect(expectedText(anIssue, 'page-2')).toEqual([])
  })
})
