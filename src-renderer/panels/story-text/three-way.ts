import { TITLE_ROLES, type ArticleText } from './schema.ts'

/**
 * Both changes to an article that was `base` before: what was written here, and what came in meanwhile from an undo or
 * another window. Where both touched the same part, what was written here stands.
 */
export function mergeArticles(base: ArticleText, mine: ArticleText, theirs: ArticleText): ArticleText {
  const merged = { ...theirs, blocks: mergeBlocks(base.blocks, mine.blocks, theirs.blocks) }
  for (const role of TITLE_ROLES) if ((mine[role] ?? null) !== (base[role] ?? null)) Object.assign(merged, { [role]: mine[role] })
  return merged
}

type Blocks = ArticleText['blocks']

/** Paragraphs are compared one by one; where the same paragraphs are no longer in both, the whole body counts as one part. */
function mergeBlocks(base: Blocks, mine: Blocks, theirs: Blocks): Blocks {
  if (same(mine, base)) return theirs
  if (mine.length !== base.length || theirs.length !== base.length) return mine
  return mine.map((block, index) => (same(block, base[index]) ? (theirs[index] ?? block) : block))
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)
