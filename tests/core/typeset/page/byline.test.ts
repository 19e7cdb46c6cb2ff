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
])('§9.2 %s is set as %s', (byline, set) => {
  const characters = [...byline]
  const pieces = bylinePieces(byline)
  expect(pieces.map(({ from, to }) => characters.slice(from, to).join('')).join('|')).toBe(set)
})
