/**
 * An article as a ProseMirror document: its roles in their fixed order, each at most once, then the body. What the
 * schema cannot hold, the article cannot either, so that no edit ever has to be refused or repaired afterwards.
 */
import { Schema, type Node, type NodeSpec } from 'prosemirror-model'
import { blockText } from '../../../src-core/document/blocks.ts'
import { MARKED_TITLES, marksWithin, type InlineMark, type MarkedTitle } from '../../../src-core/document/inline-marks.ts'
import type { Article, Block } from '../../../src-core/document/records.ts'
import { charactersOf, hasMarks, MARK_SPECS, markedNodes, marksOf } from './mark-nodes.ts'

/** Roles that an article has once. */
export const TITLE_ROLES = ['standingHead', 'kicker', 'headline', 'subtitle', 'summary', 'byline'] as const
export type TitleRole = (typeof TITLE_ROLES)[number]
export const BODY_ROLES = ['paragraph', 'crosshead', 'list', 'table', 'verse', 'editorsNote'] as const
export type BodyRole = (typeof BODY_ROLES)[number]
export type Role = TitleRole | BodyRole

export const isTitleRole = (role: string): role is TitleRole => (TITLE_ROLES as readonly string[]).includes(role)

/** The words of an article, by role, with their marks. */
export type ArticleText = Pick<Article, TitleRole | 'titleMarks' | 'blocks'>

const isMarkedTitle = (role: string): role is MarkedTitle => (MARKED_TITLES as readonly string[]).includes(role)

const ANY_MARK = '_'

/** White space is the author's: `pre` keeps ProseMirror from collapsing it when it reads the DOM. */
function part(role: string, tag: string, content = 'text*', marks = ''): NodeSpec {
  return {
    content,
    marks,
    whitespace: 'pre',
    defining: true,
    parseDOM: [{ tag: `${tag}[data-role=${role}]`, preserveWhitespace: 'full' }],
    toDOM: () => [tag, { 'data-role': role }, 0],
  }
}

export const schema = new Schema({
  nodes: {
    doc: { content: `standingHead? kicker? headline subtitle? summary? byline? (${BODY_ROLES.join(' | ')})+` },
    standingHead: part('standingHead', 'p'),
    kicker: part('kicker', 'p', 'text*', ANY_MARK),
    headline: part('headline', 'h2', 'text*', ANY_MARK),
    subtitle: part('subtitle', 'p', 'text*', ANY_MARK),
    summary: part('summary', 'p', 'text*', ANY_MARK),
    byline: part('byline', 'p'),
    paragraph: { ...part('paragraph', 'p', 'text*', ANY_MARK), parseDOM: [{ tag: 'p[data-role=paragraph]', preserveWhitespace: 'full' }, { tag: 'p' }] },
    crosshead: part('crosshead', 'h3', '(text | lineBreak)*', ANY_MARK),
    editorsNote: part('editorsNote', 'p', 'text*', ANY_MARK),
    verse: part('verse', 'p', '(text | lineBreak)*', ANY_MARK),
    list: {
      ...part('list', 'ul', 'item+'),
      attrs: { ordered: { default: false } },
      parseDOM: [{ tag: 'ul' }, { tag: 'ol', attrs: { ordered: true } }],
      toDOM: (node) => [node.attrs['ordered'] ? 'ol' : 'ul', { 'data-role': 'list' }, 0],
    },
    item: { content: 'text*', marks: ANY_MARK, whitespace: 'pre', defining: true, parseDOM: [{ tag: 'li', preserveWhitespace: 'full' }], toDOM: () => ['li', 0] },
    table: {
      ...part('table', 'table', 'row+'),
      isolating: true,
      attrs: { head: { default: 1 } },
      parseDOM: [{ tag: 'table' }],
      toDOM: (node) => ['table', { 'data-role': 'table', 'data-head': String(node.attrs['head']) }, ['tbody', 0]],
    },
    row: { content: 'cell+', parseDOM: [{ tag: 'tr' }], toDOM: () => ['tr', 0] },
    cell: { content: 'text*', marks: '', whitespace: 'pre', isolating: true, parseDOM: [{ tag: 'td', preserveWhitespace: 'full' }, { tag: 'th', preserveWhitespace: 'full' }], toDOM: () => ['td', 0] },
    lineBreak: { inline: true, selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'], leafText: () => '\n' },
    text: {},
  },
  marks: MARK_SPECS,
})

export function documentOf(article: ArticleText): Node {
  const titles = TITLE_ROLES.flatMap((role) => {
    const words = article[role] ?? null
    return words === null && role !== 'headline' ? [] : [textNode(role, words ?? '', isMarkedTitle(role) ? article.titleMarks?.[role] : undefined)]
  })
  const body = article.blocks.map(bodyNode)
  return schema.node('doc', null, [...titles, ...(body.length > 0 ? body : [textNode('paragraph', '')])])
}

/** The article that the document shows. A part left empty while it is being written is no part of the article yet. */
export function articleOf(document: Node): ArticleText {
  const titles: Record<TitleRole, string | null> = { standingHead: null, kicker: null, headline: null, subtitle: null, summary: null, byline: null }
  const titleMarks: { -readonly [K in MarkedTitle]?: readonly InlineMark[] } = {}
  const blocks: Block[] = []
  document.forEach((node) => {
    const role = node.type.name
    if (isTitleRole(role)) titles[role] = node.textContent === '' ? null : node.textContent
    if (isMarkedTitle(role) && hasMarks(node)) titleMarks[role] = marksOf(charactersOf(node))
    if (isTitleRole(role)) return
    if (isWritten(node)) blocks.push(blockOf(node))
  })
  return { ...titles, headline: titles.headline ?? '', ...(Object.keys(titleMarks).length > 0 ? { titleMarks } : {}), blocks }
}

/** Whether a part of the body holds a word. */
export function isWritten(node: Node): boolean {
  return node.textContent.replaceAll('\n', '') !== ''
}

function bodyNode(block: Block): Node {
  switch (block.role) {
    case 'paragraph':
    case 'editorsNote':
    case 'crosshead':
    case 'verse':
      return textNode(block.role, blockText(block), block.marks)
    case 'list': {
      let from = 0
      const items = block.items.map((item) => {
        const to = from + [...item].length
        const node = textNode('item', item, marksWithin(block.marks ?? [], from, to))
        from = to + 1
        return node
      })
      return schema.node('list', { ordered: block.ordered ?? false }, items)
    }
    case 'table': {
      const columns = Math.max(...block.rows.map((row) => row.length))
      const rows = block.rows.map((row) => schema.node('row', null, Array.from({ length: columns }, (_, column) => textNode('cell', row[column] ?? ''))))
      return schema.node('table', { head: block.head ?? 1 }, rows)
    }
  }
}

function blockOf(node: Node): Block {
  const role = node.type.name as BodyRole
  switch (role) {
    case 'paragraph':
    case 'editorsNote':
      return { role, text: node.textContent, ...marksField(node, [node]) }
    case 'crosshead':
      return { role, lines: node.textContent.split('\n').filter((line) => line !== ''), ...marksField(node, [node], 'every') }
    case 'verse':
      return { role, lines: node.textContent.replace(/^\n+|\n+$/gu, '').split('\n'), ...marksField(node, [node], 'outer') }
    case 'list': {
      const items = node.children.filter((item) => item.textContent !== '')
      return { role, items: items.map((item) => item.textContent), ...marksField(node, items), ...(node.attrs['ordered'] ? { ordered: true } : {}) }
    }
    case 'table': {
      const rows = node.children.filter((row) => row.textContent !== '').map((row) => row.children.map((cell) => cell.textContent))
      const head = node.attrs['head'] as number
      return { role, rows, ...(head === 1 ? {} : { head }) }
    }
  }
}

/** The marks of texts joined by line feeds, some of which go: every one beside an empty line, or only those outside all lines. */
function marksField(node: Node, texts: readonly Node[], dropped?: 'every' | 'outer'): { readonly marks?: readonly InlineMark[] } {
  if (!hasMarks(node)) return {}
  const all = texts.flatMap((text, index) => [...(index > 0 ? [{ character: '\n', marks: [] }] : []), ...charactersOf(text)])
  const first = all.findIndex(({ character }) => character !== '\n')
  const last = all.findLastIndex(({ character }) => character !== '\n')
  const kept = all.filter(({ character }, at) => {
    if (character !== '\n' || !dropped) return true
    return at > first && at < last && (dropped === 'outer' || all[at + 1]?.character !== '\n')
  })
  const marks = marksOf(kept)
  return marks.length > 0 ? { marks } : {}
}

function textNode(type: string, words: string, marks?: readonly InlineMark[]): Node {
  return schema.node(type, null, markedNodes(schema, words, marks))
}
