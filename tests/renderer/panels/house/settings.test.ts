/** The settings of the house style window: that each is where it says, and that its default is the engine's. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { setHouseStyle } from '../../../../src-core/commands/issue.ts'
import { applyChange } from '../../../../src-core/document/change.ts'
import { issueOf, recordsOf, type Document } from '../../../../src-core/document/records.ts'
import { DEFAULT_HOUSE_STYLE, type HouseStyle } from '../../../../src-core/document/style.ts'
import { houseStyleSchema } from '../../../../src-core/document/style-schema.ts'
import { createEngine } from '../../../../src-core/typeset/engine.ts'
import { isChanged, SETTINGS, settingValue, withSetting, type Setting, type SettingValue } from '../../../../src-renderer/panels/house/settings.ts'
import { en } from '../../../../src-renderer/text/en.ts'
import { zh } from '../../../../src-renderer/text/zh.ts'
import { anIssue } from '../../../core/commands/document.ts'
import { openFaces } from '../../../../src-main/services/faces.ts'

const withStyle = (document: Document, fields: ReturnType<typeof withSetting>): HouseStyle => {
  const change = setHouseStyle(document, fields)
  return issueOf(change ? applyChange(document, change) : document).style
}

function otherValue({ control, standard }: Setting): SettingValue {
  switch (control.kind) {
    case 'face':
      return standard === 'kai' ? 'song' : 'kai'
    case 'toggle':
      return standard !== true
    case 'choice':
      return control.values.at(-1)!
    case 'color':
      return { swatch: 'red', tint: 0.5 }
    case 'pattern':
      return `${String(standard)}_{code}`
    case 'number':
      return control.max === standard ? control.min : control.max
  }
}

describe('the settings of the house', () => {
  it.each(SETTINGS)('$id goes into the style and out of it again', (setting) => {
    const other = otherValue(setting)
    expect(isChanged(DEFAULT_HOUSE_STYLE, setting)).toBe(false)
    const changed = withStyle(anIssue, withSetting(DEFAULT_HOUSE_STYLE, setting, other))
    expect(houseStyleSchema.parse(changed)).toEqual(changed)
    expect([settingValue(changed, setting), isChanged(changed, setting)]).toEqual([other, true])
    expect(SETTINGS.filter((one) => isChanged(changed, one)).map(({ id }) => id)).toEqual([setting.id])
    const document = applyChange(anIssue, setHouseStyle(anIssue, changed)!)
    expect(withStyle(document, withSetting(changed, setting, setting.standard))).toEqual(DEFAULT_HOUSE_STYLE)
  })

  it('are each there once, and named in both languages with every choice that they offer', () => {
    expect(new Set(SETTINGS.map(({ id }) => id)).size).toBe(SETTINGS.length)
    expect(SETTINGS.map(({ id }) => id).toSorted()).toEqual(Object.keys(zh.house.settings).toSorted())
    for (const { id, control } of SETTINGS) {
      if (control.kind !== 'choice') continue
      const keys = control.values.map((value) => (value === null ? 'auto' : String(value))).toSorted()
      for (const text of [zh, en]) expect(Object.keys(text.house.choices[id]!).toSorted()).toEqual(keys)
    }
  })

  it('hold every field of the style’s parts that is one value', () => {
    const source = ['style', 'print'].map((name) => readFileSync(join(import.meta.dirname, `../../../../src-core/document/${name}.ts`), 'utf8')).join('\n')
    const fieldsOf = (name: string) => [...source.split(`export interface ${name} {`)[1]!.split('\n}')[0]!.matchAll(/readonly (\w+)\??:/g)].map(([, field]) => field!)
    const shown = new Set<string>(SETTINGS.map(({ id }) => id))
    const tables = ['justify', 'line', 'headlines', 'verticalHeadlines', 'sizes', 'composites', 'fallbacks', 'paragraph', 'marks', 'print', 'profile', 'swatches']
    const all = ['LineStyle', 'JustifyLimits', 'ParagraphRules', 'MarkRules', 'HeadlineFit', 'PrintMarks', 'PrintSettings', 'HouseStyle'].flatMap(fieldsOf)
    expect(all.filter((field) => !shown.has(field) && !tables.includes(field))).toEqual([])
  })

  it('show the defaults that the engine has: a style that writes them all out sets the very same pages', async () => {
    const { set } = await openFaces({ cache: null })
    const written = SETTINGS.reduce<HouseStyle>((style, { home, id, standard }) => {
      // What goes to the plant changes no page.
      if (standard === null || home === 'fit' || home === 'print' || home === 'printMarks') return style
      if (home === 'style') return { ...style, [id]: standard }
      if (home === 'justify') return { ...style, line: { ...style.line, justify: { ...style.line.justify, [id]: standard } } }
      return { ...style, [home]: { ...style[home], [id]: standard } }
    }, DEFAULT_HOUSE_STYLE)
    const pages = (document: Document) => {
      const engine = createEngine(set)
      return recordsOf(document, 'page').map((page) => engine.layoutPage(document, page.id))
    }
    const rich = applyChange(anIssue, [
      {
        id: 'article-1',
        before: anIssue.records['article-1']!,
        after: {
          ...anIssue.records['article-1']!,
          standingHead: '今日关注',
          blocks: [
            { role: 'editorsNote', text: '编者按的话。' },
            { role: 'paragraph', text: '本报讯（记者 张三）GDP增长5%，“大桥”通车，word space and word space，他说：“好！”——真的。从此过江只要六分钟。', marks: [{ from: 20, to: 24, kind: 'emphasis' }, { from: 24, to: 26, kind: 'kai' }, { from: 26, to: 28, kind: 'strong' }] },
            { role: 'crosshead', lines: ['小标题'] },
            { role: 'list', items: ['一、第一项的文字长到要转行才能放下去的样子', '二、第二项'] },
            { role: 'verse', lines: ['床前明月光', '疑是地上霜'] },
            { role: 'table', rows: [['甲', '乙'], ['1.5', '20']] },
          ],
        } as never,
      },
    ])
    const explicit = applyChange(rich, setHouseStyle(rich, written)!)
    expect(pages(explicit)).toEqual(pages(rich))
  })
})
