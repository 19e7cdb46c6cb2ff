/**
 * An article as a ProseMirror document: its roles in their fixed order, each at most once, then the body. What the
 * schema cannot hold, the article cannot either, so that no edit ever has to be refused or repaired afterwards.
 */
import { Schema, type Node, type NodeSpec } from 'prosemirror-model'
import type { Article } from '../../../src-core/document/records.ts'

/** Roles that an article has once. */
export const TITLE_ROLES = ['kicker', 'headline', 'subtitle', 'summary', 'byline'] as const
export type TitleRole = (typeof TITLE_ROLES)[number]
export const BODY_ROLES = ['paragraph', 'crosshead'] as const
export type Role = TitleRole | (typeof BODY_ROLES)[number]

export const isTitleRole = (role: string): role is TitleRole => (TITLE_ROLES as readonly string[]).includes(role)

/** The words of an article, by role. */
export type ArticleText = Pick<Article, TitleRole | 'blocks'>

/** White space is the author's: `pre` keeps ProseMirror from collapsing it when it reads the DOM. */
function part(role: Role, tag: string, content = 'text*'): NodeSpec {
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
    doc: { content: 'kicker? headline subtitle? summary? byline? (paragraph | crosshead)+' },
    kicker: part('kicker', 'p'),
    headline: part('headline', 'h2'),
    subtitle: part('subtitle', 'p'),
    summary: part('summary', 'p'),
    byline: part('byline', 'p'),
    paragraph: { ...part('paragraph', 'p'), parseDOM: [{ tag: 'p[data-role=paragraph]', preserveWhitespace: 'full' }, { tag: 'p' }] },
    crosshead: part('crosshead', 'h3', '(text | lineBreak)*'),
    lineBreak: { inline: true, selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'], leafText: () => '\n' },
    text: {},
  },
})

export function documentOf(article: ArticleText): Node {
  const titles = TITLE_ROLES.flatMap((role) => {
    const words = article[role]
    return words === null && role !== 'headline' ? [] : [textNode(role, words ?? '')]
  })
  const body = article.blocks.map((block) =>
    block.role === 'paragraph' ? textNode('paragraph', block.text) : crossheadNode(block.lines),
  )
  return schema.node('doc', null, [...titles, ...(body.length > 0 ? body : [textNode('paragraph', '')])])
}

/** The article that the document shows. A part left empty while it is being written is no part of the article yet. */
export function articleOf(document: Node): ArticleText {
  const titles: Record<TitleRole, string | null> = { kicker: null, headline: null, subtitle: null, summary: null, byline: null }
  const blocks: Article['blocks'][number][] = []
  document.forEach((node) => {
    const role = node.type.name
    if (isTitleRole(role)) titles[role] = node.textContent === '' ? null : node.textContent
    else if (role === 'paragraph' && node.textContent !== '') blocks.push({ role, text: node.textContent })
    else if (role === 'crosshead') {
      const lines = node.textContent.split('\n').filter((line) => line !== '')
      if (lines.length > 0) blocks.push({ role, lines })
    }
  })
  return { ...titles, headline: titles.headline ?? '', blocks }
}

function textNode(role: Role, words: string): Node {
  return schema.node(role, null, words === '' ? [] : [schema.text(words)])
}

function crossheadNode(lines: readonly string[]): Node {
  const content = lines.flatMap((line, index) => [
    ...(index > 0 ? [schema.node('lineBreak')] : []),
    ...(line === '' ? [] : [schema.text(line)]),
  ])
  return schema.node('crosshead', null, content)
}
