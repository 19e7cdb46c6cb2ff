/** `banxin check` on faulty issues: each fault once, at its place, and nothing else. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openFaces } from '../../../src-main/services/faces.ts'
import { cleanPlan, FaultBench, type Plan, type PlannedStory } from './issue-of-faults.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let bench: FaultBench
beforeAll(async () => {
  bench = new FaultBench(await openFaces({ cache: null }))
})
afterAll(() => bench.remove())

/** The faulty issue's findings: id, page, story and the words in question, if there are any. */
async function found(plant: (plan: Plan, story: (file: string) => PlannedStory) => void): Promise<readonly string[]> {
  const plan = cleanPlan()
  plant(plan, (file) => plan.pages.flatMap(({ stories }) => stories).find((story) => story.file === `${file}.txt`)!)
  const { findings, words } = await bench.check(plan)
  return findings.map((finding) => [finding.id, finding.page, finding.story?.replace(/^articles\/|\.txt$/gu, ''), words(finding)].filter((part) => part).join(' '))
}

const fourth = (): Plan['pages'][number] => ({
  number: '03',
  section: '副刊',
  stories: [
    { file: 'tea.txt', headline: '茶山早春', paragraphs: ['云雾散去，茶山露出了新绿。'], area: { column: 0, line: 0, columns: 6, lines: 30 } },
    { file: 'boat.txt', headline: '渡口的老船', paragraphs: ['渡口还在，老船还在。'], area: { column: 0, line: 31, columns: 6, lines: 29 } },
  ],
})

test('a clean issue has no findings', async () => {
  expect(await found(() => {})).toEqual([])
  expect(await found((plan) => plan.pages.push(fourth()))).toEqual([])
})

describe('what is written', () => {
  const say = (file: string, ...paragraphs: readonly string[]) => (_: Plan, story: (file: string) => PlannedStory) => void story(file).paragraphs.push(...paragraphs)

  test.each<readonly [what: string, plant: Parameters<typeof found>[0], expected: readonly string[]]>([
    ['a weekday against the calendar', say('bus', '调整自2024年1月22日（星期二）起施行。'), ['date-mismatch 01 bus 2024年1月22日（星期二']],
    ['and without the year', say('lift', '验收定在1月25日（周五）上午。'), ['date-mismatch 01 lift 1月25日（周五']],
    ['a day that no month has', say('lift', '工程到2月30日完工。'), ['date-mismatch 01 lift 2月30日']],
    ['a dateline after the issue', (_, story) => void story('market').paragraphs.unshift('新华社北京1月25日电　市场平稳。'), ['date-mismatch 01 market 1月25日']],
    ['a name spelled in two ways', say('bridge', '“明年还要再看一看。”沈立行说完，沈立形又补了一句。'), ['name-spelling 01 bridge 沈立形']],
    ['a name that nobody has a title for', say('stage', '张伟明是一名教师，住在镇上。', '张伟鸣每天给戏台扫雪。'), ['name-spelling 02 stage 张伟鸣']],
    ['a reporter in two stories', (_, story) => {
      story('lift').byline = '本报记者　周牧云'
      story('stage').byline = '本报记者　周沐云'
    }, ['name-spelling 02 stage 周沐云']],
    ['a foreign name', say('library', '作者加西亚·马尔克斯来过。', '加西亚·马尔克思也许还会来。'), ['name-spelling 02 library 马尔克思']],
    ['numerals of both kinds', say('ball', '全县还有35所学校，去年只有二十八所。'), ['mixed-numerals 02 ball 二十八所']],
    ['years of both kinds', say('stage', '2009年大修，二〇一九年又修。'), ['mixed-numerals 02 stage 二〇一九年']],
    ['per cent of both kinds', say('market', '上涨3.5%，上周是百分之四点二。'), ['mixed-numerals 01 market 百分之四点二']],
    ['reporters without brackets', (_, story) => void story('weather').paragraphs.unshift('本报讯　记者高一鸣报道：寒潮未走。'), ['byline-form 02 weather 记者高一鸣报道：']],
    ['a story signed twice', (_, story) => void (story('bridge').byline = '本报记者　周牧云'), ['byline-form 01 bridge （记者 周牧云）']],
    ['a half-width full stop', say('stage', '戏散得晚.他总是最后走。'), ['halfwidth-punctuation 02 stage .']],
    ['half-width commas that reading mends', say('stage', '戏散得晚,他总是最后走,从不说累。'), ['halfwidth-punctuation 02 stage']],
    ['a quotation that is not closed', say('stage', '“再挂两年，他拍拍钥匙。'), ['unpaired-quotes 02 stage “']],
    ['a straight quote', say('stage', '他说"再挂两年。'), ['unpaired-quotes 02 stage "']],
    ['a title mark that is not opened', say('library', '他读的是资治通鉴》。'), ['unpaired-quotes 02 library 》']],
    ['a bracket that is not closed', say('library', '书房（含夜间开放的由馆员值守。'), ['unpaired-quotes 02 library （']],
    ['a lone ellipsis', say('stage', '他想了想…摇摇头。'), ['lone-ellipsis 02 stage …']],
    ['a jump that nothing answers', say('bridge', '（下转第2版）'), ['jump-pair 01 bridge 下转第2版']],
    ['a jump to a page that is not there', say('bridge', '（下转第五版）'), ['jump-pair 01 bridge 下转第五版']],
    ['a rest without its beginning', (_, story) => void story('ball').paragraphs.unshift('（上接第1版）'), ['jump-pair 02 ball 上接第1版']],
    ['a jump that names the wrong page', (plan, story) => {
      plan.pages.push(fourth())
      story('bridge').paragraphs.push('（下转第3版）')
      story('ball').paragraphs.unshift('（上接第1版）')
    }, ['jump-pair 01 bridge 下转第3版']],
    ['a rest that names the wrong page', (plan, story) => {
      plan.pages.push(fourth())
      story('ball').paragraphs.push('（下转第3版）')
      const tea = plan.pages[2]!.stories[0]!
      tea.paragraphs.unshift('（上接第1版）')
    }, ['jump-pair 03 tea 上接第1版']],
  ])('%s', async (_, plant, expected) => {
    expect(await found(plant)).toEqual(expected)
  })

  test('a caption is read like a text, and so is who took the picture', async () => {
    // The place is kept for a picture to come, which is told too.
    const toCome = 'picture-missing 01 picture-01-1'
    const picture = (fields: object) => (plan: Plan) => {
      Object.assign(plan.pages[0]!, { pictures: [{ area: { column: 1, line: 8, columns: 2, lines: 10 }, story: 'articles/bridge.txt', ...fields }] })
    }
    expect(await found(picture({ caption: '江澜三桥,通车。', credit: '本报记者 江上舟摄' }))).toEqual([toCome, 'halfwidth-punctuation 01 picture-01-1 ,'])
    expect(await found(picture({ caption: '江澜三桥', credit: '本报记者 周木云摄' }))).toEqual(['name-spelling 01 picture-01-1 周木云', toCome])
    // 总工程师沈立行, of the story that the picture stands in.
    expect(await found(picture({ caption: '沈力行在桥头。', story: undefined }))).toEqual(['name-spelling 01 picture-01-1 沈力行', toCome])
    expect(await found(picture({ caption: '沈立行在桥头。' }))).toEqual([toCome])
  })

  test('two jumps that answer each other are none', async () => {
    expect(await found((_, story) => {
      story('bridge').paragraphs.push('（下转第2版）')
      story('ball').paragraphs.unshift('（上接第1版）')
    })).toEqual([])
  })
})

describe('what stands on the pages', () => {
  test.each<readonly [what: string, plant: Parameters<typeof found>[0], expected: readonly string[]]>([
    ['a page left out', (plan) => void (plan.pages[1]!.number = '03'), ['page-order 03']],
    ['two pages of one number', (plan) => void (plan.pages[1]!.number = '01'), ['page-order 01']],
    ['two pages that changed places', (plan) => void (plan.pages = plan.pages.toReversed()), ['page-order 01']],
    ['an article placed twice', (plan) => {
      plan.pages.push(fourth())
      plan.pages[2]!.stories[1] = { ...plan.pages[0]!.stories[0]!, area: { column: 0, line: 31, columns: 6, lines: 29 }, isShared: true }
    }, ['story-twice 03 bridge']],
    ['one text under two headlines', (plan) => {
      plan.pages.push(fourth())
      const [tea, boat] = plan.pages[2]!.stories as [PlannedStory, PlannedStory]
      boat.paragraphs = tea.paragraphs
      boat.seed = tea.seed = 4
      boat.area = { column: 0, line: 30, columns: 6, lines: 30 }
    }, ['story-twice 03 boat']],
    ['an article that is not placed', (plan) => void (plan.pool['spare.txt'] = '备用稿\n\n　　等着上版。\n'), ['story-missing spare']],
    ['headlines side by side', (plan) => {
      plan.pages.push(fourth())
      const [tea, boat] = plan.pages[2]!.stories as [PlannedStory, PlannedStory]
      tea.area = { column: 0, line: 0, columns: 3, lines: 60 }
      boat.area = { column: 3, line: 0, columns: 3, lines: 60 }
    }, ['headline-clash 03 boat']],
    ['a page in two halves', (plan) => {
      plan.pages.push(fourth())
      const [tea, boat] = plan.pages[2]!.stories as [PlannedStory, PlannedStory]
      tea.area = { column: 0, line: 0, columns: 4, lines: 30 }
      boat.area = { column: 4, line: 0, columns: 2, lines: 30 }
      plan.pages[2]!.stories.push(
        { file: 'hill.txt', headline: '梯田的水', paragraphs: ['水从梯田上流下来。'], area: { column: 0, line: 30, columns: 2, lines: 30 } },
        { file: 'rain.txt', headline: '春雨落在瓦上', paragraphs: ['雨落了一夜。'], area: { column: 2, line: 30, columns: 4, lines: 30 } },
      )
    }, ['page-split 03']],
    ['an advert between a headline and its text', (plan) => {
      // Under the five lines of its headline.
      plan.pages.push({ ...fourth(), ads: [{ name: '年货节', area: { column: 0, line: 6, columns: 6, lines: 6 } }] })
    }, ['headline-apart 03 tea']],
    ['a story too long for its place', (_, story) => {
      const ball = story('ball')
      ball.isFilled = false
      ball.paragraphs.push('球队'.repeat(600))
    }, ['overset 02 ball']],
    ['a story too short for its place', (_, story) => void (story('weather').isFilled = false), ['underset 02 weather']],
    ['stories over one another', (_, story) => void (story('ball').area = { column: 2, line: 0, columns: 4, lines: 24 }), ['overlap 02 library']],
    ['a story out of the page', (_, story) => void (story('weather').area = { column: 0, line: 35, columns: 2, lines: 28 }), ['outside-type-area 02 weather']],
    ['a hole in the page', (plan) => void plan.pages[1]!.stories.pop(), ['empty-area 02']],
  ])('%s', async (_, plant, expected) => {
    expect(await found(plant)).toEqual(expected)
  })
})
