import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { areaOf, pageObject } from '../../../src-core/commands/objects.ts'
import { chainOf } from '../../../src-core/document/chains.ts'
import { headlineForm, headlineSettings } from '../../../src-core/document/headline.ts'
import { issueOf, placedOn, record } from '../../../src-core/document/records.ts'
import { documentFaults, recordSchema } from '../../../src-core/document/validate.ts'
import type { FrameItem } from '../../../src-core/typeset/frame.ts'
import { createSession } from '../../../src-renderer/editor/create-session.ts'
import type { Layout } from '../../../src-renderer/editor/layout.ts'
import { PAGE_KEYS, pressPageKey, type KeyPress } from '../../../src-renderer/editor/page-keys.ts'
import type { Session } from '../../../src-renderer/editor/session.ts'
import { en } from '../../../src-renderer/text/en.ts'
import { zh } from '../../../src-renderer/text/zh.ts'
import { anIssue } from '../../core/commands/document.ts'
import { createMachine } from './machine.ts'

/** Half as high as the file that it shows (1200 × 800). */
const FLAT = { x: 0, y: 0, width: 300, height: 100 }
const PICTURE: FrameItem = { kind: 'group', record: 'picture-1', items: [{ kind: 'picture', asset: 'asset:a', ...FLAT }] }

let tellResult: Parameters<Layout['onResult']>[0]

const silent: Layout = {
  load: () => undefined,
  loadFrozen: () => undefined,
  apply: () => undefined,
  preview: () => undefined,
  show: () => undefined,
  fittingArea: (_, __, place) => Promise.resolve({ ...place, lines: 20 }),
  onResult: (listener) => {
    tellResult = listener
    return () => undefined
  },
}

let session: Session
beforeEach(async () => {
  session = createSession(createMachine({ one: anIssue }), silent)
  await session.open('one')
})

const state = () => session.store.getState()
const press = (key: string, held: Partial<KeyPress> = {}) =>
  pressPageKey(session, { key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...held }, { advert: '广告' })
const select = (id: string) => session.select({ kind: 'record', id })
const area = (id: string) => areaOf(pageObject(state().document!, id)!)
const story = () => record(state().document!, 'story', 'story-1')!
const headlineSize = () => headlineSettings(issueOf(state().document!).style, story()).headline.size

describe('with a story selected', () => {
  beforeEach(() => select('story-1'))

  test('arrows move it, with Shift they resize it', () => {
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowUp']) press(key)
    expect(area('story-1')).toEqual({ column: 1, line: 11, columns: 3, lines: 30 })
    press('ArrowRight', { shiftKey: true })
    press('ArrowUp', { shiftKey: true })
    expect(area('story-1')).toEqual({ column: 1, line: 11, columns: 4, lines: 29 })
  })

  test('brackets step its headline through the 号 table', () => {
    const before = headlineSize()
    press(']')
    expect(headlineSize()).toBeGreaterThan(before)
    press('[')
    expect(headlineSize()).toBe(before)
  })

  test('T puts its headline over, beside, inside and around the text; with Shift it stands upright', () => {
    const forms = [0, 1, 2, 3].map(() => {
      press('t')
      return headlineForm(story())
    })
    expect(forms).toEqual(['beside', 'inside', 'around', 'over'])
    press('T', { shiftKey: true })
    expect([story().headline?.vertical, headlineForm(story())]).toEqual([true, 'inside'])
    press('T', { shiftKey: true })
    expect(story().headline).toBeNull()
  })

  test('- and = divide its body anew and come back to basic columns; digits say how many columns it spans', () => {
    press('=')
    expect(story().measure).toEqual({ legs: 4, remainder: 'free' })
    press('-')
    expect(story().measure).toBeNull()
    for (let time = 0; time < 9; time++) press('-')
    expect(story().measure?.legs).toBe(1)
    press('5')
    expect(area('story-1').columns).toBe(5)
  })

  test('Enter asks for the caret in its text, Delete takes it off, Escape lets go', () => {
    press('Enter')
    expect(state().textFocus).toEqual({ article: 'article-1', part: 'block', block: 0, offset: 0 })
    expect([press('Escape'), press('Escape')]).toEqual([true, false])
    select('story-1')
    press('Delete')
    expect(record(state().document!, 'story', 'story-1')).toBeUndefined()
    expect(record(state().document!, 'article', 'article-1')).toBeDefined()
  })
})

test('Tab walks through the page’s objects as they are read, and out at both ends', () => {
  const walked = []
  while (press('Tab')) walked.push(state().selection)
  expect(walked).toEqual(['story-1', 'picture-1', 'ornament-1', 'advert-1'].map((id) => ({ kind: 'record', id })))
  expect(press('Tab', { shiftKey: true })).toBe(true)
  expect(state().selection).toEqual({ kind: 'record', id: 'ornament-1' })
})

test('N places the article that is selected in the pool, in free cells, as wide as suits it', async () => {
  select('article-2')
  expect(press('n')).toBe(true)
  await Promise.resolve()
  await new Promise((resolve) => setTimeout(resolve))
  const placed = placedOn(state().document!, 'story', 'page-1').find(({ article }) => article === 'article-2')!
  // Columns 3 to 7 over the advert are the largest free rectangle.
  expect(areaOf(placed)).toEqual({ column: expect.any(Number), line: expect.any(Number), columns: expect.any(Number), lines: 20 })
  expect(state().selection).toEqual({ kind: 'record', id: placed.id })
  const others = placedOn(state().document!, 'story', 'page-1').filter(({ id }) => id !== placed.id)
  for (const leg of placed.legs) expect(others.flatMap(({ legs }) => legs).some((other) => other.column === leg.column && other.from < leg.to && leg.from < other.to)).toBe(false)
})

test('J lets a story go on on the next page with room, again on the one after; Shift+J takes it back', async () => {
  select('story-1')
  expect(press('j')).toBe(true)
  await new Promise((resolve) => setTimeout(resolve))
  const [part] = placedOn(state().document!, 'story', 'page-2')
  expect(part).toMatchObject({ article: 'article-1', continues: 'story-1' })
  expect(areaOf(part!).lines).toBe(20)
  expect([state().page, state().selection]).toEqual(['page-1', { kind: 'record', id: 'story-1' }])
  expect(press('j')).toBe(true)
  await new Promise((resolve) => setTimeout(resolve))
  expect(chainOf(state().document!, story()).map(({ page }) => page)).toEqual(['page-1', 'page-2', 'page-1'])
  press('J', { shiftKey: true })
  press('J', { shiftKey: true })
  expect(chainOf(state().document!, story())).toHaveLength(1)
  session.undo()
  expect(chainOf(state().document!, story())).toHaveLength(2)
})

test('A and P place an advert and a picture in free cells and select them', () => {
  session.showPage('page-2')
  press('a')
  const [advert] = placedOn(state().document!, 'advert', 'page-2')
  expect(advert).toMatchObject({ name: '广告', area: { column: 0, line: 105, columns: 8, lines: 16 } })
  press('p')
  expect(placedOn(state().document!, 'picture', 'page-2')).toMatchObject([{ area: { column: 0, line: 0, columns: 3, lines: 18 } }])
  expect(state().selection.kind).toBe('record')
})

test('L puts a rule under what is selected, as wide', () => {
  select('story-1')
  expect(press('l')).toBe(true)
  const { selection } = state()
  if (selection.kind !== 'record') throw new Error('the rule is not selected')
  expect(record(state().document!, 'ornament', selection.id)).toMatchObject({ area: { column: 0, line: 40, columns: 3, lines: 1 }, look: { kind: 'rule', line: 'wenwu' } })
  press('Delete')
  expect(record(state().document!, 'ornament', selection.id)).toBeUndefined()
})

test('keys with Ctrl, ⌘ or Alt are the window’s', () => {
  select('story-1')
  for (const held of ['ctrlKey', 'metaKey', 'altKey']) expect(press('ArrowRight', { [held]: true })).toBe(false)
  expect(area('story-1').column).toBe(0)
})

test('with a picture selected, keys move and scale it in its frame, and fit it', () => {
  const frame = { page: { id: 'page-1', number: '01', section: '' }, trim: { width: 1, height: 1 }, bleed: 0, typeArea: FLAT, items: [PICTURE] }
  tellResult('page-1', { frame, stories: [], notes: [] })
  select('picture-1')
  const shown = () => record(state().document!, 'picture', 'picture-1')!
  const before = shown()
  press('ArrowDown', { altKey: true })
  expect(shown().crop!.y).toBeLessThan(0.25)
  press('.')
  expect(shown().crop!.width).toBeCloseTo(1 / 1.05, 5)
  press('f')
  expect(shown()).toEqual({ ...before, fit: 'contain' })
  press('.')
  press('F')
  expect(shown()).toEqual(before)
  select('story-1')
  expect(press('.')).toBe(false)
})

test('any row of keys leaves a sound document, and undo leads back to the beginning', () => {
  const keys = PAGE_KEYS.flatMap(({ keys: names, shift }) => names.flatMap((key) => (shift === undefined ? [{ key, shiftKey: false }] : [{ key, shiftKey: shift }]))).filter(({ key, shiftKey }) => !['n', 'N'].includes(key) && (shiftKey || !['j', 'J'].includes(key)))
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...keys), { maxLength: 30 }), (row) => {
      const before = state().document!
      for (const { key, shiftKey } of row) press(key, { shiftKey })
      const after = state().document!
      expect(documentFaults(after)).toEqual([])
      for (const candidate of Object.values(after.records)) expect(recordSchema.safeParse(candidate).error).toBeUndefined()
      while (state().canUndo) session.undo()
      expect(state().document).toEqual(before)
    }),
    { numRuns: 60 },
  )
})

test('every key is told in both languages, and no two hold the same', () => {
  for (const { meaning } of PAGE_KEYS) for (const catalogue of [zh, en]) expect(catalogue.keys[meaning]).toMatch(/\S/)
  const held = PAGE_KEYS.flatMap(({ keys: names, shift, alt }) => names.map((key) => `${key} ${shift ?? ''} ${alt ?? ''}`))
  expect(new Set(held).size).toBe(held.length)
})
