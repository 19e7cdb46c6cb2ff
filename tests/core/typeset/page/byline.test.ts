import { expect, test } from 'vitest'
import { bylinePieces } from '../../../../src-core/typeset/page/byline.ts'

test.each([
  ['本报记者邓伟强', '本报记者|邓伟强'],
  ['本报记者　邓伟强', '本报记者|邓伟强'],
  ['本报记者 张三 李四五', '本报记者|张|三|李四五'],
  ['本报记者　张　三　李四五', '本报记者|张|三|李四五'],
  ['本报记者张三 通讯员李四', '本报记者|张|三|通讯员|李|四'],
  ['本报记者 张三 摄影报道', '本报记者|张|三|摄影报道'],
  ['本报记者 张三 文图', '本报记者|张|三|文图'],
  ['晨光社区 志愿者', '晨光社区|志愿者'],
  ['  ', ''],
  ['本报记者张三通讯员李四', '本报记者|张|三|通讯员|李|四'],
  ['□李文 王芳芳', '□李|文|王芳芳'],
  ['张三 李四五', '张|三|李四五'],
  ['张三/文 李四/图', '张|三/文|李|四/图'],
  ['文/张三 图/李四', '文/张|三|图/李|四'],
  ['作者：林溪', '作者：林|溪'],
  ['（记者 张三 摄影 李四）', '（记者|张|三|摄影|李|四）'],
])('11.21 %s is set as %s', (byline, set) => {
  const characters = [...byline]
  const pieces = bylinePieces(byline)
  expect(pieces.map(({ from, to }) => characters.slice(from, to).join('')).join('|')).toBe(set)
})

test.each([
  ['本报记者 张三 通讯员 李四', '本报记者 张 三|通讯员 李 四'],
  ['张三 文 李四 图', '张 三 文|李 四 图'],
  ['记者 张三 摄影 李四', '记者 张 三|摄影 李 四'],
])('11.21 of %s each name stays on one line with its role or task: %s', (byline, units) => {
  const characters = [...byline]
  const joined = bylinePieces(byline).map(({ from, to, isBound }, index) => (index === 0 ? '' : isBound ? ' ' : '|') + characters.slice(from, to).join(''))
  expect(joined.join('')).toBe(units)
})
