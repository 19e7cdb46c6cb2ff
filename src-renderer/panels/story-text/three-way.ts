import { MARKED_TITLES, type InlineMark } from '../../../src-core/document/inline-marks.ts'
import { mergeBlock } from '../../../src-core/document/merge-blocks.ts'
import type { TitleMarks } from '../../../src-core/document/records.ts'
import { TITLE_ROLES, type ArticleText, type TitleRole } from './schema.ts'

/**
 * Both changes to an article that was `base` before: what was written here, and what came in meanwhile from an undo or
 * another window. Where both touched the same part, what was written here stands.
 */
export function mergeArticles(base: ArticleText, mine: ArticleText, theirs: ArticleText): ArticleText {
  const { titleMarks, blocks, ...titles } = theirs
  const marks = { ...titleMarks }
  for (const role of TITLE_ROLES) {
    if ((mine[role] ?? null) === (base[role] ?? null) && same(marksOfTitle(mine, role), marksOfTitle(base, role))) continue
    Object.assign(titles, { [role]: mine[role] })
    Object.assign(marks, { [role]: marksOfTitle(mine, role) })
  }
  // In the order in which the editor reads its document, so that equal articles have equal texts.
  const present = MARKED_TITLES.flatMap((role) => (marks[role] ? [[role, marks[role]]] : []))
  return { ...titles, ...(present.length > 0 ? { titleMarks: Object.fromEntries(present) } : {}), blocks: mergeBlocks(base.blocks, mine.blocks, blocks) }
}

function marksOfTitle({ titleMarks }: ArticleText, role: TitleRole): readonly InlineMark[] | undefined {
  return titleMarks?.[role as keyof TitleMarks]
}

type Blocks = ArticleText['blocks']

/** Blocks are compared one by one; where the same blocks are no longer in both, the whole body counts as one part. */
function mergeBlocks(base: Blocks, mine: Blocks, theirs: Blocks): Blocks {
  if (same(mine, base)) return theirs
  if (mine.length !== base.length || theirs.length !== base.length) return mine
  return mine.map((block, index) => mergeBlock(base[index]!, block, theirs[index]!) ?? block)
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)
