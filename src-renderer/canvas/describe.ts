/** The selection in words, for those who hear the page instead of seeing it. */
import { areaOf, pageObject, type PageObject } from '../../src-core/commands/objects.ts'
import { record, type Document } from '../../src-core/document/records.ts'
import type { PageResult } from '../../src-core/typeset/result.ts'
import type { Selection } from '../editor/session.ts'
import type { Catalogue } from '../text/catalogue.ts'
import { labelOf } from './fit-tags.ts'

export function describeSelection(document: Document | null, selection: Selection, result: PageResult | undefined, text: Catalogue): string {
  const object = document && selection.kind === 'record' ? pageObject(document, selection.id) : undefined
  if (!document || !object) return ''
  const { column, line, columns, lines } = areaOf(object)
  const fit = result?.stories.find(({ story }) => story === object.id)
  return [nameOf(document, object, text), text.canvas.place(column + 1, line + 1, columns, lines), ...(fit ? [labelOf(fit, text.unit).text] : [])].join(text.canvas.comma)
}

function nameOf(document: Document, object: PageObject, text: Catalogue): string {
  switch (object.type) {
    case 'story':
      return `${text.inspector.story} ${record(document, 'article', object.article)?.headline ?? ''}`
    case 'picture':
      return `${text.inspector.picture} ${object.caption ?? ''}`
    case 'advert':
      return `${text.inspector.advert} ${object.name}`
    case 'ornament':
      return text.inspector.ornament[object.look.kind]
  }
}
