import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../../src-core/typeset/engine.ts'
import type { IssueRecord, PageRecord } from '../../../../src-core/document/records.ts'
import type { FrameItem } from '../../../../src-core/typeset/frame.ts'
import { idealFaces } from '../../../../src-core/typeset/text/ideal-faces.ts'
import { advert, article, dump, glyphRuns, han, issue, PAGE, picture, PLAIN_GRID, rectangle, story } from './documents.ts'

const engine = createEngine(idealFaces({ lang: 'zh-Hans', latinEm: 0.5 }))
const WHOLE = { column: 0, line: 0, columns: 4, lines: 40 }

function layout(...records: Parameters<typeof issue> extends [unknown, ...infer R] ? R : never) {
  return engine.layoutPage(issue(PLAIN_GRID, ...records), PAGE)
}

describe('frames', () => {
  test('3.16 marks hang into a gutter of an em or more, not into a narrower one, and never out of a caption', () => {
    const text = `${han(8)}，${han(20)}`
    const firstLines = (gutterChars: number): readonly string[] => {
      const document = issue(
        { ...PLAIN_GRID, gutterChars },
        article('a', { blocks: [{ role: 'paragraph', text }] }),
        story('s', 'a', rectangle({ column: 0, line: 0, columns: 1, lines: 20 })),
        picture('p', { column: 1, line: 0, columns: 1, lines: 10 }, { caption: text }),
      )
      const house = document.records['issue'] as IssueRecord
      const style = { ...house.style, captionScale: 1, line: { ...house.style.line, lineEnd: 'hang' as const } }
      const { frame } = engine.layoutPage({ records: { ...document.records, issue: { ...house, style } } }, PAGE)
      const runs = glyphRuns(frame.items)
      return ['block', 'caption'].map((part) => runs.find(({ source }) => source?.part === part)!.text)
    }
    expect(firstLines(1)).toEqual(['天地玄黄宇宙洪荒，', '天地玄黄宇宙洪'])
    expect(firstLines(0.5)).toEqual(['天地玄黄宇宙洪', '天地玄黄宇宙洪'])
  })

  test('a story with everything over and in it', () => {
    const full = article('a', {
      kicker: '引题在上',
      headline: '主题一行 两句话',
      subtitle: '——副题带着破折号',
      byline: '本报记者邓伟强 张三',
      blocks: [{ role: 'paragraph', text: han(30) }, { role: 'crosshead', lines: ['小标题一', '小标题二'] }, { role: 'paragraph', text: han(60) }],
    })
    expect(dump(layout(full, story('s', 'a', rectangle({ ...WHOLE, lines: 20 }))).frame)).toMatchInlineSnapshot(`
      "[]
        0,-22.2 16 furniture 0–7 第04版：要闻
        173.75,-22.2 16 furniture 0–4 晨光日报
        253.75,-22.2 11 furniture 0–21 2024年1月20日　星期六　责编：林小满
        rule 0,-15 – 460,-15
      [s]
        198.5,27.38 15.75 kicker 0–4 引题在上
        120,59.77 27.5 headline 0–8 主题一行 两句话
        159.13,85.59 15.75 subtitle 0–9 ——副题带着破折号
        170,105.28 10 byline 0–4 本报记者
        220,105.28 10 byline 4–7 邓伟强
        260,105.28 10 byline 8–9 张
        280,105.28 10 byline 9–10 三
        20,128.8 10 block0 0–8 天地玄黄宇宙洪荒
        0,143.8 10 block0 8–18 日月盈昃辰宿列张寒来
        0,158.8 10 block0 18–28 暑往秋收冬藏天地玄黄
        0,173.8 10 block0 28–30 宇宙
        147,128.8 11.5 block1 0–4 小标题一
        147,143.8 11.5 block1 5–9 小标题二
        140,173.8 10 block2 0–8 天地玄黄宇宙洪荒
        120,188.8 10 block2 8–18 日月盈昃辰宿列张寒来
        240,128.8 10 block2 18–28 暑往秋收冬藏天地玄黄
        240,143.8 10 block2 28–38 宇宙洪荒日月盈昃辰宿
        240,158.8 10 block2 38–48 列张寒来暑往秋收冬藏
        240,173.8 10 block2 48–58 天地玄黄宇宙洪荒日月
        240,188.8 10 block2 58–60 盈昃"
    `)
  })

  test('14.6 captions and credits have the colour that the house gives them, and are black where the page has no plates for it', () => {
    const { records } = issue(PLAIN_GRID, picture('p', { column: 0, line: 0, columns: 2, lines: 10 }, { caption: '图为新桥', credit: '张三摄' }))
    const [house, page] = [records['issue'] as IssueRecord, records[PAGE] as PageRecord]
    const colours = (inks: PageRecord['inks']) => {
      const coloured = { records: { ...records, issue: { ...house, style: { ...house.style, captionColor: { swatch: 'red' } } }, [PAGE]: { ...page, inks } } }
      const runs = glyphRuns(engine.layoutPage(coloured, PAGE).frame.items).filter(({ source }) => source?.part === 'caption' || source?.part === 'credit')
      return [...new Set(runs.map(({ color }) => color.join(' ')))]
    }
    expect([colours('cmyk'), colours('k+red'), colours('k')]).toEqual([['0 1 1 0'], ['0 1 1 0'], ['0 0 0 1']])
  })

  test('a picture with caption and credit, an advert hole, a narrow headline with its byline in the leg', () => {
    const { frame } = layout(
      article('a', { headline: '短题', byline: '记者 李四', blocks: [{ role: 'paragraph', text: han(60) }] }),
      story('s', 'a', rectangle({ column: 0, line: 0, columns: 1, lines: 20 })),
      picture('p', { column: 1, line: 0, columns: 2, lines: 10 }, { story: 's', caption: han(32), credit: '张三摄' }),
      picture('q', { column: 3, line: 0, columns: 1, lines: 6 }, { caption: '一行' }),
      advert('d', { column: 0, line: 30, columns: 4, lines: 10 }),
    )
    expect(dump(frame)).toMatchInlineSnapshot(`
      "[]
        0,-22.2 16 furniture 0–7 第04版：要闻
        173.75,-22.2 16 furniture 0–4 晨光日报
        253.75,-22.2 11 furniture 0–21 2024年1月20日　星期六　责编：林小满
        rule 0,-15 – 460,-15
      [s]
        34.25,28.49 15.75 headline 0–2 短题
        20,53.8 10 byline 0–2 记者
        50,53.8 10 byline 3–4 李
        70,53.8 10 byline 4–5 四
        20,68.8 10 block0 0–8 天地玄黄宇宙洪荒
        0,83.8 10 block0 8–18 日月盈昃辰宿列张寒来
        0,98.8 10 block0 18–28 暑往秋收冬藏天地玄黄
        0,113.8 10 block0 28–38 宇宙洪荒日月盈昃辰宿
        0,128.8 10 block0 38–48 列张寒来暑往秋收冬藏
        0,143.8 10 block0 48–58 天地玄黄宇宙洪荒日月
        0,158.8 10 block0 58–60 盈昃
      [p]
        rule 120,0.15 – 340,0.15
        rule 120,114.85 – 340,114.85
        rule 120.15,0 – 120.15,115
        rule 339.85,0 – 339.85,115
        rule 120,0 – 340,115
        rule 120,115 – 340,0
        137.4,128.8 8.7 caption 0–23 天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬
        120,143.8 8.7 caption 23–32 藏天地玄黄宇宙洪荒
        313.9,143.8 8.7 credit 0–3 张三摄
      [q]
        rule 360,0.15 – 460,0.15
        rule 360,69.85 – 460,69.85
        rule 360.15,0 – 360.15,70
        rule 459.85,0 – 459.85,70
        rule 360,0 – 460,70
        rule 360,70 – 460,0
        401.3,83.8 8.7 caption 0–2 一行
      [d]
        198.5,521.03 21 furniture 0–3 年货节
        203.75,541.19 10.5 furniture 0–6 4栏×10行
        rule 0,450.15 – 460,450.15
        rule 0,594.85 – 460,594.85
        rule 0.15,450 – 0.15,595
        rule 459.85,450 – 459.85,595"
    `)
  })

  test('10.16 a caption over its picture, and one at the foot of the last column beside it', () => {
    const { frame } = layout(
      picture('p', { column: 0, line: 0, columns: 1, lines: 6 }, { captionPlace: 'above', caption: han(4), credit: '张三摄' }),
      picture('q', { column: 0, line: 10, columns: 3, lines: 8 }, { captionPlace: 'beside', caption: han(12), credit: '本报记者　张三摄' }),
      picture('r', { column: 3, line: 30, columns: 1, lines: 4 }, { captionPlace: 'beside', credit: '张三摄' }),
    )
    expect(dump(frame, frame.items.slice(1)).replaceAll(/ {2}rule .*\n/gu, '')).toMatchInlineSnapshot(`
      "[p]
        15.2,8.8 8.7 caption 0–4 天地玄黄
        58.7,8.8 8.7 credit 0–3 张三摄
      [q]
        257.4,233.8 8.7 caption 0–9 天地玄黄宇宙洪荒日
        240,248.8 8.7 caption 9–12 月盈昃
        270.4,263.8 8.7 credit 0–8 本报记者　张三摄
      [r]
        396.95,503.8 8.7 credit 0–3 张三摄"
    `)
  })

  test('10.15 a credit is kept whole on a line of its own; one that is wider than the picture is told', () => {
    const { frame, notes } = layout(
      picture('p', { column: 0, line: 0, columns: 1, lines: 8 }, { caption: han(14), credit: '本报记者　张三摄' }),
      picture('q', { column: 2, line: 0, columns: 1, lines: 8 }, { credit: '本报记者张三李四王五赵六摄' }),
    )
    expect(dump(frame, frame.items.slice(1)).replaceAll(/ {2}rule .*\n/gu, '')).toMatchInlineSnapshot(`
      "[p]
        17.4,83.8 8.7 caption 0–9 天地玄黄宇宙洪荒日
        0,98.8 8.7 caption 9–14 月盈昃辰宿
        30.4,113.8 8.7 credit 0–8 本报记者　张三摄
      [q]
        240,113.8 8.7 credit 0–13 本报记者张三李四王五赵六摄"
    `)
    expect(notes).toEqual([{ kind: 'too-wide', record: 'q', part: 'credit' }])
  })

  test('rules between stories, none round a box but its own', () => {
    const text = article('a', { blocks: [{ role: 'paragraph', text: han(9) }] })
    const { frame } = layout(
      text,
      story('top', 'a', rectangle({ ...WHOLE, lines: 10 })),
      story('left', 'a', rectangle({ column: 0, line: 11, columns: 2, lines: 20 })),
      story('right', 'a', rectangle({ column: 2, line: 11, columns: 2, lines: 10 })),
      story('box', 'a', rectangle({ column: 2, line: 22, columns: 2, lines: 9 }), { boxed: true }),
    )
    expect(dump(frame, rulesOf(frame.items))).toMatchInlineSnapshot(`
      "  rule 230,165 – 230,310
        rule 0,155 – 460,155
        rule 229.85,327.5 – 350.15,327.5
        rule 229.85,455 – 350.15,455
        rule 349.85,327.5 – 470.15,327.5
        rule 349.85,455 – 470.15,455
        rule 230,327.5 – 230,455
        rule 470,327.5 – 470,455"
    `)
  })

  test('a rule goes on where stories end on one side of it, and stops at one that crosses its gutter', () => {
    const text = article('a', { blocks: [{ role: 'paragraph', text: han(9) }] })
    const { frame } = layout(
      text,
      story('upper left', 'a', rectangle({ column: 0, line: 0, columns: 2, lines: 10 })),
      story('lower left', 'a', rectangle({ column: 0, line: 11, columns: 2, lines: 9 })),
      story('right', 'a', rectangle({ column: 2, line: 0, columns: 2, lines: 20 })),
      story('under all', 'a', rectangle({ column: 0, line: 21, columns: 2, lines: 9 })),
      story('beside it', 'a', rectangle({ column: 2, line: 21, columns: 2, lines: 9 })),
    )
    expect(dump(frame, rulesOf(frame.items))).toMatchInlineSnapshot(`
      "  rule 230,0 – 230,295
        rule 230,315 – 230,445
        rule 0,155 – 220,155
        rule 0,305 – 460,305"
    `)
  })

  test('a box follows the steps of a six-sided area', () => {
    const text = article('a', { blocks: [{ role: 'paragraph', text: han(9) }] })
    const { frame } = layout(text, story('s', 'a', [{ column: 0, from: 0, to: 10 }, { column: 1, from: 0, to: 20 }], { boxed: true }))
    expect(dump(frame, rulesOf(frame.items))).toMatchInlineSnapshot(`
      "  rule -10.15,-2.5 – 110.15,-2.5
        rule -10.15,140 – 110.15,140
        rule 109.85,-2.5 – 230.15,-2.5
        rule 109.85,290 – 230.15,290
        rule -10,-2.5 – -10,140
        rule 110,140 – 110,290
        rule 230,-2.5 – 230,290"
    `)
  })
})

/** All rules but the folio's. */
function rulesOf(items: readonly FrameItem[]): readonly FrameItem[] {
  return items.slice(1).flatMap((item) => (item.kind === 'group' ? item.items.filter(({ kind }) => kind === 'rule') : []))
}
