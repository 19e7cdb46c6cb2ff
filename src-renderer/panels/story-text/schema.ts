/**
 * An article as a ProseMirror document: its roles in their fixed order, each at most once, then the body. What the
 * schema cannot hold, the article cannot either, so that no edit ever has to be refused or repaired afterwards.
 */
import { Schema, type Node, type NodeSpec } from 'prosemirror-model'
import type { Article, Block } from '../../../src-core/document/records.ts'

/** Roles that an article has once. */
export const TITLE_ROLES = ['standingHead', 'kicker', 'headline', 'subtitle', 'summary', 'byline'] as const
export type TitleRole = (typeof TITLE_ROLES)[number]
export const BODY_ROLES = ['paragraph', 'crosshead', 'list', 'table', 'verse', 'editorsNote'] as const
export type BodyRole = (typeof BODY_ROLES)[number]
export type Role = TitleRole | BodyRole

export const isTitleRole = (role: string): role is TitleRole => (TITLE_ROLES as readonly string[]).includes(role)

/** The words of an article, by role. */
export type ArticleText = Pick<Article, TitleRole | 'blocks'>

/** White space is the author's: `pre` keeps ProseMirror from collapsing it when it reads the DOM. */
function part(role: string, tag: string, content = 'text*'): NodeSpec {
  return {
    content,
    marks: '',
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
    kicker: part('kicker', 'p'),
    headline: part('headline', 'h2'),
    subtitle: part('subtitle', 'p'),
    summary: part('summary', 'p'),
    byline: part('byline', 'p'),
    paragraph: { ...part('paragraph', 'p'), parseDOM: [{ tag: 'p[data-role=paragraph]', preserveWhitespace: 'full' }, { tag: 'p' }] },
    crosshead: part('crosshead', 'h3', '(text | lineBreak)*'),
    editorsNote: part('editorsNote', 'p'),
    verse: part('verse', 'p', '(text | lineBreak)*'),
    list: {
      ...part('list', 'ul', 'item+'),
      attrs: { ordered: { default: false } },
      parseDOM: [{ tag: 'ul' }, { tag: 'ol', attrs: { ordered: true } }],
      toDOM: (node) => [node.attrs['ordered'] ? 'ol' : 'ul', { 'data-role': 'list' }, 0],
    },
    item: { content: 'text*', marks: '', whitespace: 'pre', defining: true, parseDOM: [{ tag: 'li', preserveWhitespace: 'full' }], toDOM: () => ['li', 0] },
    table: {
      ...part('table', 'table', 'row+'),
      isolating: true,
      attrs: { head: { default: 1 } },
      parseDOM: [{ tag: 'table' }],
      toDOM: (node) => ['table', { 'data-role': 'table', style: `--head: ${node.attrs['head']}` }, ['tbody', 0]],
    },
    row: { content: 'cell+', parseDOM: [{ tag: 'tr' }], toDOM: () => ['tr', 0] },
    cell: { content: 'text*', marks: '', whitespace: 'pre', isolating: true, parseDOM: [{ tag: 'td', preserveWhitespace: 'full' }, { tag: 'th', preserveWhitespace: 'full' }], toDOM: () => ['td', 0] },
    lineBreak: { inline: true, selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'], leafText: () => '\n' },
    text: {},
  },
})

export function documentOf(article: ArticleText): Node {
  const titles = TITLE_ROLES.flatMap((role) => {
    const words = article[role] ?? null
    return words === null && role !== 'headline' ? [] : [textNode(role, words ?? '')]
  })
  const body = article.blocks.map(bodyNode)
  return schema.node('doc', null, [...titles, ...(body.length > 0 ? body : [textNode('paragraph', '')])])
}

/** The article that the document shows. A part left empty while it is being written is no part of the article yet. */
export function articleOf(document: Node): ArticleText {
  const titles: Record<TitleRole, string | null> = { standingHead: null, kicker: null, headline: null, subtitle: null, summary: null, byline: null }
  const blocks: Block[] = []
  document.forEach((node) => {
    const role = node.type.name
    if (isTitleRole(role)) titles[role] = node.textContent === '' ? null : node.textContent
    else if (isWritten(node)) blocks.push(blockOf(node))
  })
  return { ...titles, headline: titles.headline ?? '', blocks }
}

/** Whether a part of the body holds a word. */
export function isWritten(node: Node): boolean {
  return node.textContent.replaceAll('\n', '') !== ''
}

function bodyNode(block: Block): Node {
  switch (block.role) {
    case 'paragraph':
    case 'editorsNote':
      return textNode(block.role, block.text)
    case 'crosshead':
    case 'verse':
      return linesNode(block.role, block.lines)
    case 'list':
      return schema.node('list', { ordered: block.ordered ?? false }, block.items.map((item) => textNode('item', item)))
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
      return { role, text: node.textContent }
    case 'crosshead':
      return { role, lines: node.textContent.split('\n').filter((line) => line !== '') }
    case 'verse':
      return { role, lines: node.textContent.replace(/^\n+|\n+$/gu, '').split('\n') }
    case 'list': {
      const items = node.children.map((item) => item.textContent).filter((item) => item !== '')
      return { role, items, ...(node.attrs['ordered'] ? { ordered: true } : {}) }
    }
    case 'table': {
      const rows = node.children.filter((row) => row.textContent !== '').map((row) => row.children.map((cell) => cell.textContent))
      const head = node.attrs['head'] as number
      return { role, rows, ...(head === 1 ? {} : { head }) }
    }
  }
}

function textNode(type: string, words: string): Node {
  return schema.node(type, null, words === '' ? [] : [schema.text(words)])
}

function linesNode(type: string, lines: readonly string[]): Node {
  const content = lines.flatMap((line, index) => [
    ...(index > 0 ? [schema.node('lineBreak')] : []),
    ...(line === '' ? [] : [schema.text(line)]),
  ])
  return schema.node(type, null, content)
}
