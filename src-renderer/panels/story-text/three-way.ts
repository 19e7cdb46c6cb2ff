import type { InlineMark } from '../../../src-core/document/inline-marks.ts'
import type { TitleMarks } from '../../../src-core/document/records.ts'
import { MARKED_TITLES, TITLE_ROLES, type ArticleText, type TitleRole } from './schema.ts'

/**
 * Both changes to an article that was `base` before: what was written here, and what came in meanwhile from an undo or
 * another window. Where both touched the same part, what was written here stands.
 */
export function mergeArticles(base: ArticleText, mine: ArticleText, theirs: ArticleText): ArticleText {
  const merged = { ...theirs, blocks: mergeBlocks(base.blocks, mine.blocks, theirs.blocks) }
  const marks = { ...theirs.titleMarks }
  for (const role of TITLE_ROLES) {
    if ((mine[role] ?? null) === (base[role] ?? null) && same(titleMarks(mine, role), titleMarks(base, role))) continue
    Object.assign(merged, { [role]: mine[role] })
    Object.assign(marks, { [role]: titleMarks(mine, role) })
  }
  return withTitleMarks(merged, marks)
}

function titleMarks({ titleMarks: marks }: ArticleText, role: TitleRole): readonly InlineMark[] | undefined {
  return marks?.[role as keyof TitleMarks]
}

/** In the order in which the editor reads its document, so that equal articles have equal texts. */
function withTitleMarks({ titleMarks: _, blocks, ...titles }: ArticleText, marks: TitleMarks): ArticleText {
  const present = MARKED_TITLES.flatMap((role) => (marks[role] ? [[role, marks[role]]] : []))
  return present.length > 0 ? { ...titles, titleMarks: Object.fromEntries(present), blocks } : { ...titles, blocks }
}

type Blocks = ArticleText['blocks']

/** Paragraphs are compared one by one; where the same paragraphs are no longer in both, the whole body counts as one part. */
function mergeBlocks(base: Blocks, mine: Blocks, theirs: Blocks): Blocks {
  if (same(mine, base)) return theirs
  if (mine.length !== base.length || theirs.length !== base.length) return mine
  return mine.map((block, index) => (same(block, base[index]) ? (theirs[index] ?? block) : block))
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)
