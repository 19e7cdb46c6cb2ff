/** Laws of every command: what it leaves is a sound document, can be taken back, and is plain JSON. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeAdvert, moveAdvert, removeAdvert, resizeAdvert, setAdvert, setAdvertAsset, setAdvertPdf } from '../../../src-core/commands/adverts.ts'
import { moveInFrame, resetCrop, scaleInFrame, setFit } from '../../../src-core/commands/crops.ts'
import { setPlates, setStoryColor } from '../../../src-core/commands/colors.ts'
import { setHeadlineBand, setStoryFrame, setStoryTint } from '../../../src-core/commands/decoration.ts'
import { addArticles, removeArticle, writeArticle } from '../../../src-core/commands/articles.ts'
import { inTurn } from '../../../src-core/commands/edits.ts'
import { continueStory, setJumpHeadline, takeJumpBack } from '../../../src-core/commands/jumps.ts'
import { setHouseStyle, setIssue } from '../../../src-core/commands/issue.ts'
import { moveObject, removeObject, resizeObject } from '../../../src-core/commands/objects.ts'
import { placeOrnament, setOrnamentLook } from '../../../src-core/commands/ornaments.ts'
import { addPage, movePage, removePage, renumberPages, setPage } from '../../../src-core/commands/pages.ts'
import { addAssets, placePicture, removePicture, setPicture, setPictureAsset } from '../../../src-core/commands/pictures.ts'
import { resizeHeadline, setHeadline, setHeadlineChoices, setHeadlineForm, setHeadlineVertical, stepHeadline } from '../../../src-core/commands/headlines.ts'
import { moveStory, placeStory, removeStory, resizeStory, resizeStoryLeg, sendBackward, setMeasure, setVertical } from '../../../src-core/commands/stories.ts'
import { applyChange, invertChange, type Change } from '../../../src-core/document/change.ts'
import { GRID_PRESETS } from '../../../src-core/document/grid.ts'
import { record, type AssetRecord, type Document } from '../../../src-core/document/records.ts'
import { DEFAULT_HOUSE_STYLE } from '../../../src-core/document/style.ts'
import { documentFaults, recordSchema } from '../../../src-core/document/validate.ts'
import { borderFrames, colorChoices, ornamentLooks, paints } from '../document/documents.ts'
import { anArticle, anIssue, anyArea, anyCell, anyEdges, anyLegs, anyNumber, aStory, documentOf, aPage, anArticleRecord } from './document.ts'

type Command = (document: Document) => Change | null

const anotherAsset: AssetRecord = { type: 'asset', id: `asset:${'b'.repeat(64)}`, name: '河堤.png', mime: 'image/png', width: 10, height: 10 }
const page = fc.constantFrom('page-1', 'page-2', 'no-page')
const article = fc.constantFrom('article-1', 'article-2', 'no-article')
const story = fc.constantFrom('story-1', 'no-story')
const object = fc.constantFrom('story-1', 'picture-1', 'advert-1', 'ornament-1', 'page-1', 'nothing')
const frame = fc.record({ width: fc.integer({ min: 10, max: 800 }), height: fc.integer({ min: 10, max: 800 }) })
const words = fc.string({ unit: 'grapheme', maxLength: 12 })
const part = fc.constantFrom('headline', 'kicker', 'subtitle') as fc.Arbitrary<'headline' | 'kicker' | 'subtitle'>

const form = fc.constantFrom('over' as const, 'beside' as const, 'inside' as const, 'around' as const)

const commands: Readonly<Record<string, fc.Arbitrary<Command>>> = {
  addPage: fc.constant((document) => addPage(document, 'page-3')),
  removePage: page.map((id) => (document) => removePage(document, id)),
  movePage: fc.tuple(page, anyNumber).map(([id, index]) => (document) => movePage(document, id, index)),
  renumberPages: fc.constant((document) => renumberPages(document)),
  setPageNumber: fc.tuple(page, fc.constantFrom('01', '02', 'A07')).map(([id, number]) => (document) => setPage(document, id, { number })),
  setPageGrid: fc.tuple(page, fc.constantFrom(...Object.values(GRID_PRESETS))).map(([id, grid]) => (document) => setPage(document, id, { grid })),
  addArticles: fc.constant((document) => addArticles(document, [{ id: 'article-3', article: anArticle }, { id: 'article-4', article: anArticle }])),
  writeArticle: fc.tuple(article, words).map(([id, headline]) => (document) => writeArticle(document, id, { headline, blocks: [] })),
  removeArticle: article.map((id) => (document) => removeArticle(document, id)),
  placeStory: fc.tuple(page, article, anyArea).map(([on, of, area]) => (document) => placeStory(document, { id: 'story-2', page: on, article: of, area })),
  moveStory: fc.tuple(story, anyCell).map(([id, to]) => (document) => moveStory(document, id, to)),
  resizeStory: fc.tuple(story, anyEdges).map(([id, edges]) => (document) => resizeStory(document, id, edges)),
  resizeStoryLeg: fc
    .tuple(story, fc.nat(8), fc.record({ from: anyNumber, to: anyNumber }, { requiredKeys: [] }))
    .map(([id, column, ends]) => (document) => resizeStoryLeg(document, id, column, ends)),
  setMeasure: fc.tuple(story, fc.option(fc.integer({ min: -3, max: 20 }))).map(([id, legs]) => (document) => setMeasure(document, id, legs, 'absolute')),
  setHeadline: fc.tuple(story, part).map(([id, of]) => (document) => setHeadline(document, id, of, { face: 'hei', size: 24 })),
  stepHeadline: fc.tuple(story, part, fc.constantFrom(1 as const, -1 as const)).map(([id, of, step]) => (document) => stepHeadline(document, id, of, step)),
  continueStory: fc.tuple(story, page, anyArea).map(([of, on, area]) => (document) => (document.records['story-3'] ? null : continueStory(document, { id: 'story-3', story: of, page: on, area }))),
  takeJumpBack: story.map((id) => (document) => takeJumpBack(document, id)),
  setJumpHeadline: fc.tuple(fc.constantFrom('story-1', 'story-3'), fc.constantFrom('续', '', null)).map(([id, title]) => (document) => setJumpHeadline(document, id, title)),
  setHeadlineForm: fc.tuple(story, form).map(([id, to]) => (document) => setHeadlineForm(document, id, to)),
  setHeadlineVertical: fc.tuple(story, fc.boolean()).map(([id, vertical]) => (document) => setHeadlineVertical(document, id, vertical)),
  setHeadlineChoices: story.map((id) => (document) => setHeadlineChoices(document, id, { side: 'right', align: 'start', justify: 'even', scaleX: 0.9, columns: null })),
  resizeHeadline: fc.tuple(story, form, anyArea, anyEdges).map(([id, to, area, edges]) => (document) =>
    inTurn(document, (now) => setHeadlineForm(now, id, to), (now) => resizeHeadline(now, id, area, edges)),
  ),
  setStoryColor: fc.tuple(story, fc.oneof(part, fc.constant('text' as const)), fc.option(colorChoices)).map(([id, of, choice]) => (document) => setStoryColor(document, id, of, choice)),
  setPlates: fc.tuple(page, fc.constantFrom('k' as const, 'k+red' as const, 'cmyk' as const), fc.constantFrom('gold', null)).map(([id, inks, red]) => (document) => setPlates(document, id, inks, red)),
  setStoryFrame: fc.tuple(story, fc.option(borderFrames)).map(([id, chosen]) => (document) => setStoryFrame(document, id, chosen)),
  setStoryTint: fc.tuple(story, fc.option(paints)).map(([id, tint]) => (document) => setStoryTint(document, id, tint)),
  setHeadlineBand: fc.tuple(story, fc.option(paints)).map(([id, band]) => (document) => setHeadlineBand(document, id, band)),
  setVertical: fc.tuple(story, fc.boolean()).map(([id, vertical]) => (document) => setVertical(document, id, vertical)),
  sendBackward: story.map((id) => (document) => sendBackward(document, id)),
  removeStory: story.map((id) => (document) => removeStory(document, id)),
  addAssets: fc.constant((document) => addAssets(document, [anotherAsset, anotherAsset])),
  placePicture: fc.tuple(page, anyArea).map(([on, area]) => (document) => placePicture(document, { id: 'picture-2', page: on, asset: null, area, story: null })),
  setPicture: words.map((caption) => (document) => setPicture(document, 'picture-1', { caption })),
  setPictureAsset: fc.constant((document) => setPictureAsset(document, 'picture-1', anotherAsset)),
  moveInFrame: fc.tuple(object, frame, anyNumber, anyNumber).map(([id, size, right, down]) => (document) => moveInFrame(document, id, size, right, down)),
  scaleInFrame: fc.tuple(object, frame, fc.double({ min: 0.01, max: 100, noNaN: true })).map(([id, size, times]) => (document) => scaleInFrame(document, id, size, times)),
  setFit: fc.tuple(object, fc.constantFrom('cover' as const, 'contain' as const)).map(([id, fit]) => (document) => setFit(document, id, fit)),
  resetCrop: object.map((id) => (document) => resetCrop(document, id)),
  removePicture: fc.constant((document) => removePicture(document, 'picture-1')),
  placeAdvert: fc.tuple(page, anyArea).map(([on, area]) => (document) => placeAdvert(document, { id: 'advert-2', page: on, name: '招聘', area })),
  moveAdvert: anyCell.map((to) => (document) => moveAdvert(document, 'advert-1', to)),
  resizeAdvert: anyEdges.map((edges) => (document) => resizeAdvert(document, 'advert-1', edges)),
  setAdvert: words.map((name) => (document) => setAdvert(document, 'advert-1', { name })),
  setAdvertAsset: fc.constantFrom(anotherAsset, null).map((asset) => (document) => setAdvertAsset(document, 'advert-1', asset)),
  setAdvertPdf: fc.record({ page: fc.integer({ min: 1, max: 3 }), asPicture: fc.boolean() }, { requiredKeys: [] }).map((how) => (document) => setAdvertPdf(document, 'advert-1', how)),
  removeAdvert: fc.constant((document) => removeAdvert(document, 'advert-1')),
  placeOrnament: fc.tuple(page, anyArea).map(([on, area]) => (document) => placeOrnament(document, { id: 'ornament-2', page: on, area })),
  setOrnamentLook: ornamentLooks.map((look) => (document) => setOrnamentLook(document, 'ornament-1', look)),
  moveObject: fc.tuple(object, anyCell).map(([id, to]) => (document) => moveObject(document, id, to)),
  resizeObject: fc.tuple(object, anyEdges).map(([id, edges]) => (document) => resizeObject(document, id, edges)),
  removeObject: object.map((id) => (document) => removeObject(document, id)),
  setIssue: fc.constant((document) => setIssue(document, { date: '2024-03-13', number: 813 })),
  setHouseStyle: fc
    .array(fc.integer({ min: 1, max: 8 }))
    .map((columns) => (document) => setHouseStyle(document, { headlines: columns.map((spanned) => ({ ...DEFAULT_HOUSE_STYLE.headlines[0]!, columns: spanned })) })),
}

describe.each(Object.entries(commands))('%s', (_, command) => {
  test('leaves a sound document, can be taken back, and survives JSON', () => {
    fc.assert(
      fc.property(command, anyLegs, (run, legs) => {
        const before = shaped(legs)
        const change = run(before)
        if (!change) return
        expect(change).not.toHaveLength(0)
        expect(JSON.parse(JSON.stringify(change))).toEqual(change)
        const after = applyChange(before, change)
        expect(faults(after)).toEqual([])
        expect(applyChange(after, invertChange(change))).toEqual(before)
      }),
      { numRuns: 40 },
    )
  })
})

test('any row of commands keeps everything on the grid of its page', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(...Object.values(commands)), { maxLength: 12 }), (row) => {
      const whole = inTurn(anIssue, ...row.map((run) => (document: Document) => once(document, run)))
      const after = whole ? applyChange(anIssue, whole) : anIssue
      expect(faults(after)).toEqual([])
      for (const placed of Object.values(after.records)) {
        const grid = 'page' in placed && typeof placed.page === 'string' && record(after, 'page', placed.page)?.grid
        if (!grid) continue
        const corners = placed.type === 'story' ? placed.legs.map((leg) => [leg.column, leg.to] as const) : 'area' in placed ? [[placed.area.column + placed.area.columns - 1, placed.area.line + placed.area.lines] as const] : []
        for (const [column, bottom] of corners) {
          expect(column).toBeLessThan(grid.columns)
          expect(bottom).toBeLessThanOrEqual(grid.lines)
        }
      }
    }),
    { numRuns: 60 },
  )
})

/** A creation that ran before would make the same id again. */
function once(document: Document, run: Command): Change | null {
  const change = run(document)
  return change?.some((edit) => edit.before === null && document.records[edit.id]) ? null : change
}

/** The issue with its story in other legs, some of them six-sided. */
function shaped(legs: readonly { column: number; from: number; to: number }[]): Document {
  const { records } = documentOf(aPage('page-1', 1), anArticleRecord('article-1', 1), aStory('story-1', 'page-1', 'article-1', { legs }))
  return { records: { ...anIssue.records, ...records } }
}

function faults(document: Document): readonly unknown[] {
  const shapes = Object.values(document.records).flatMap((candidate) => recordSchema.safeParse(candidate).error?.issues ?? [])
  return [...shapes, ...documentFaults(document)]
}
