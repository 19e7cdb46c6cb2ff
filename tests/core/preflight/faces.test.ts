/** docs/typesetting.md, part 13: what checks say of faces and rare characters. */
import { describe, expect, test } from 'vitest'
import { applyChange } from '../../../src-core/document/change.ts'
import { issueOf, record, type Document } from '../../../src-core/document/records.ts'
import { faceNameOf, namedFaces } from '../../../src-core/document/faces-used.ts'
import { BUNDLED_FACES, DEFAULT_HOUSE_STYLE, type HouseStyle } from '../../../src-core/document/style.ts'
import type { Finding } from '../../../src-core/preflight/finding.ts'
import { fixed } from '../../../src-core/preflight/fix.ts'
import { missingGlyphs } from '../../../src-core/preflight/glyphs.ts'
import { preflight } from '../../../src-core/preflight/preflight.ts'
import type { FrameItem } from '../../../src-core/typeset/frame.ts'
import type { LayoutNote, PageResult } from '../../../src-core/typeset/result.ts'
import { PAGE, PLAIN_GRID, article, issue, rectangle, story } from '../typeset/page/documents.ts'

const WHOLE = { column: 0, line: 0, columns: PLAIN_GRID.columns, lines: PLAIN_GRID.lines }
const bundled = Object.keys(BUNDLED_FACES).map((id) => ({ id, name: id, embeddable: true }))

function page(style: Partial<HouseStyle>, face?: string): Document {
  const placed = story('s', 'a', rectangle(WHOLE))
  const { records } = issue(PLAIN_GRID, article('a', { headline: '大桥通车', blocks: [{ role: 'paragraph', text: '通车了。' }] }), face === undefined ? placed : { ...placed, headline: { headline: { face, size: 24 } } })
  const head = records['issue']!
  return { records: { ...records, issue: { ...head, style: { ...DEFAULT_HOUSE_STYLE, ...style } } as typeof head } }
}

function result(items: readonly FrameItem[] = [], notes: readonly LayoutNote[] = []): PageResult {
  return { frame: { page: { id: PAGE, number: '04', section: '要闻' }, trim: { width: 1, height: 1 }, bleed: 0, typeArea: { x: 0, y: 0, width: 1, height: 1 }, items }, stories: [], notes }
}

const run = (face: string): FrameItem => ({ kind: 'glyphs', face, size: 10, color: [0, 0, 0, 1], x: 0, y: 0, glyphs: [1], xs: [0], text: '国', clusters: [0], source: null })
const find = (document: Document, faces: Parameters<typeof preflight>[0]['faces'] & object, results = [result()]): readonly Finding[] =>
  preflight({ document, results, faces }).filter(({ id }) => id === 'missing-face' || id === 'not-embeddable')

describe('faces', () => {
  test('13.13 a face that this machine lacks is told once for the house and once for a story, by its name', () => {
    const gone = `方正小标宋@${'0'.repeat(64)}`
    expect(find(page({}), bundled)).toEqual([])
    expect(find(page({}, gone), bundled)).toMatchObject([{ id: 'missing-face', severity: 'error', page: '04', story: 's', message: { zh: expect.stringContaining('“方正小标宋”这台机器上没有') } }])
    expect(find(page({ bodyFace: gone, paragraph: { verseFace: gone }, crosshead: 'hei' }), bundled)).toMatchObject([{ id: 'missing-face', page: '', message: { zh: expect.stringContaining('报纸样式') } }])
  })

  test('13.13 the parts of a composite face are looked for, not the composite', () => {
    const composites = [{ id: 'mix', name: '混', han: 'song', latin: 'Times@gone' }]
    expect(find(page({ composites, bodyFace: 'mix' }), bundled)).toMatchObject([{ id: 'missing-face', message: { zh: expect.stringContaining('“Times”') } }])
    expect(namedFaces(page({ composites }, 'mix')).filter(({ story: owner }) => owner !== null)).toEqual([{ face: 'song', story: 's' }, { face: 'Times@gone', story: 's' }])
  })

  test('13.11 a face that may not be embedded is an error on each page that shows it', () => {
    const faces = [...bundled, { id: 'own', name: '受限体', embeddable: false }]
    const shown = [result([{ kind: 'group', record: 's', items: [run('song'), { kind: 'group', record: null, items: [run('own'), run('own')] }] }])]
    expect(find(page({}), faces)).toEqual([])
    expect(find(page({}), faces, shown)).toMatchObject([{ id: 'not-embeddable', severity: 'error', page: '04', story: 's', message: { zh: expect.stringMatching(/《大桥通车》.*“受限体”/u) } }])
    expect(find(page({}), faces, [result([run('own')])])[0]).toMatchObject({ id: 'not-embeddable', message: { zh: expect.stringContaining('报眉') } })
  })

  test('13.13 a press puts a face of the program in its place, wherever it is named', () => {
    const gone = `方正小标宋@${'0'.repeat(64)}`
    const composites = [{ id: 'mix', name: '混', han: gone, latin: 'hei' }]
    const document = page({ bodyFace: gone, composites, paragraph: { verseFace: gone } }, gone)
    const [first] = find(document, bundled)
    expect(first!.fix!.label.zh).toBe('全部改用粗宋')
    const after = applyChange(document, fixed(document, first!.fix!)!)
    expect(find(after, bundled)).toEqual([])
    expect(issueOf(after).style).toEqual({ ...DEFAULT_HOUSE_STYLE, bodyFace: 'song-bold', composites: [{ ...composites[0], han: 'song-bold' }], paragraph: { verseFace: 'song-bold' } })
    expect(record(after, 'story', 's')!.headline).toEqual({ headline: { face: 'song-bold', size: 24 } })
  })

  test('13.16 missing characters are listed with code point, place and count, with their level of GB 18030-2022', () => {
    const note = (codePoint: number, offset: number): LayoutNote => ({ kind: 'fallback', record: 's', part: 'headline', fallback: { codePoint, offset, wanted: 'kai', used: 'song' } })
    const results = [result([], [note(0x20bb7, 1), note(0x20bb7, 3), note(0x2b5af, 2), note(0x4e00, 0)])]
    expect(missingGlyphs({ document: page({}), results })).toMatchObject([
      { codePoint: 0x20bb7, wanted: 'kai', used: 'song', page: '04', record: 's', times: 2, range: { part: 'headline', from: 1, to: 2 } },
      { codePoint: 0x2b5af, times: 1 },
      { codePoint: 0x4e00, times: 1 },
    ])
    const [third, second, first] = preflight({ document: page({}), results }).filter(({ id }) => id === 'fallback').map(({ message }) => message.zh)
    expect([third, second]).toEqual([expect.stringContaining('级别3'), expect.stringContaining('级别2')])
    expect(first).not.toContain('GB 18030')
  })

  test('13.13 an id names its face where the file is not at hand', () => {
    expect(['song', `汉仪旗黑@${'a'.repeat(64)}`, 'own', '@x'].map(faceNameOf)).toEqual(['宋体', '汉仪旗黑', 'own', '@x'])
  })
})
