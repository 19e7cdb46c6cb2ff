/** Sentences of colours: swatches, tints, plates: a part of `zh.ts`. */

export const colors = {
  title: '颜色',
  body: '正文',
  /** The swatches that every house has; its own are named by the house. */
  fixed: { black: '黑', paper: '纸白（反白）', red: '红' },
  asHouse: '随报纸样式',
  black: '黑',
  tint: '网点（%）',
  choose: (label: string) => `${label}：选颜色`,
  lacksPlate: '这一版没有它的色版',
  unknown: '色样表里没有的颜色',
  inks: (cyan: number, magenta: number, yellow: number, black: number) => `C${cyan} M${magenta} Y${yellow} K${black}`,
  redPlate: '红版',
  processRed: '品红＋黄（C0 M100 Y100 K0）',
}
