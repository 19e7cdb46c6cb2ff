/** Sentences of colours: swatches, tints, plates: a part of `zh.ts`. */

export const colors = {
  title: '颜色',
  body: '正文',
  /** The swatches that every house has; its own are named by the house. */
  fixed: { black: '黑', paper: '纸白（反白）', red: '红' },
  asHouse: '随报纸样式',
  onBand: '随题底（自动）',
  black: '黑',
  tint: '网点（%）',
  choose: (label: string) => `${label}：选颜色`,
  lacksPlate: '这一版没有它的色版',
  unknown: '色样表里没有的颜色',
  inks: (cyan: number, magenta: number, yellow: number, black: number) => `C${cyan} M${magenta} Y${yellow} K${black}`,
  redPlate: '红版',
  processRed: '品红＋黄（C0 M100 Y100 K0）',
  swatches: '色样',
  swatchesIntro: (limit: number) => `每种颜色写成四色油墨的百分比，总墨量不超过 ${limit}%。改一个色样，用到它的地方都跟着改。专色另出一块版，四色数只用来显示。`,
  houseIntro: '报纸样式里定的颜色，在没有那块色版的版面上一律印黑。',
  spot: '专色',
  total: '总墨量',
  overLimit: (limit: number) => `超过 ${limit}% 的上限，输出时会减到上限以内`,
  newSwatch: '新色',
  addSwatch: '加一个色样',
  removeSwatch: (name: string) => `删除色样“${name}”`,
  inUse: (name: string, count: number) => `“${name}”还有 ${count} 处在用，先换掉再删。`,
  plateName: (name: string) => `“${name}”是色版的名称，请换一个。`,
}
