/** Sentences of 大样 and 核红: a part of `zh.ts`. */

export const proofs = {
  title: '大样',
  open: '大样、核红……',
  pages: '出哪些版',
  allPages: '所有的版',
  paper: '纸张',
  a3: 'A3（缩放到一张纸）',
  full: (width: number, height: number) => `原大 1∶1（${width} × ${height} 毫米）`,
  since: '核红：标出改动',
  sinceHint: '改了的字、移了位的行、断行变了的行用红色标出，其余注明逐字未动。',
  nothing: '不核红',
  last: (at: string | null) => (at === null ? '上次大样以来' : `上次大样以来（${at}）`),
  signed: (at: string | null) => (at === null ? '签印以来' : `签印以来（${at}）`),
  earlier: (number: number, at: string) => `第 ${number} 次大样以来（${at}）`,
  none: '这个版还没有出过大样；出过一次以后才能核红。',
  make: '出大样',
  makeChanges: '出核红样',
}
