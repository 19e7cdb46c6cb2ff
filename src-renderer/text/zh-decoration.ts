/** Sentences of decoration (装饰): frames, rules, 底纹, 报花: a part of `zh.ts`. */

const lines = { thin: '细线', thick: '粗线', double: '双线', wenwu: '文武线', triple: '三线', dashed: '虚线', dotted: '点线', wave: '曲线' }

export const decoration = {
  title: '装饰',
  lines,
  borders: { ...lines, beads: '花边：连珠', lozenges: '花边：菱形', rope: '花边：绳纹', meander: '花边：回纹', teeth: '花边：齿形', petals: '花边：花瓣', leaves: '花边：叶纹' },
  figures: { plum: '梅花', chrysanthemum: '菊花', star: '五角星', sun: '太阳', snow: '雪花', lantern: '灯笼', sprig: '枝叶', tailpiece: '尾花' },
  frame: '边框',
  noFrame: '不加框',
  frameColor: '边框颜色',
  width: '线宽（磅）',
  sides: '边',
  side: { top: '上边', right: '右边', foot: '下边', left: '左边' },
  tint: '底纹',
  band: '题底（反白题）',
  fill: '填充',
  paint: { none: '无', flat: '平网', gradient: '渐变' },
  color: '颜色',
  usualColor: '照常',
  from: '起色',
  to: '止色',
  angle: '角度',
  kind: '样式',
  kinds: { rule: '线', box: '框', figure: '报花' },
  line: '线型',
  place: '位置',
  places: { top: '上沿', middle: '居中（横）', foot: '下沿', left: '左边栏间', center: '居中（竖）', right: '右边栏间' },
  flipped: '粗细对调',
  figure: '图案',
}
