/**
 * The keys of the page: one table, which the page obeys and the help panel shows. They hold while the page has the
 * keyboard; keys of the whole window (undo, zoom, turning pages) are the window's.
 */
import { placeAdvert } from '../../src-core/commands/adverts.ts'
import { artworkOf, fitOf, moveInFrame, scaleInFrame, setFit, type FrameSize } from '../../src-core/commands/crops.ts'
import { areaOf, moveObject, pageObject, removeObject, resizeObject, type PageObject } from '../../src-core/commands/objects.ts'
import { placeOrnament } from '../../src-core/commands/ornaments.ts'
import { placePicture } from '../../src-core/commands/pictures.ts'
import { takeJumpBack } from '../../src-core/commands/jumps.ts'
import { setHeadlineForm, setHeadlineVertical, stepHeadline } from '../../src-core/commands/headlines.ts'
import { setMeasure, setVertical } from '../../src-core/commands/stories.ts'
import type { Change } from '../../src-core/document/change.ts'
import type { Area, Grid } from '../../src-core/document/grid.ts'
import { headlineForm, isVerticalHeadline } from '../../src-core/document/headline.ts'
import { record, type Document, type HeadlineForm, type RecordId } from '../../src-core/document/records.ts'
import { autoPlace, takenAreas } from '../../src-core/typeset/page/free-area.ts'
import { rowsOf } from '../../src-core/typeset/page/vertical-slots.ts'
import { artworkItem } from './artwork.ts'
import { continueOn, nextPageWithRoom } from './continue-story.ts'
import { nextObject } from './object-order.ts'
import { placeArticle } from './place-article.ts'
import type { Session } from './session.ts'
import { chainFit, headlineColumns } from './story-fit.ts'

export type KeyPress = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>

/** Names of what keys do, for the catalogue's sentences. */
export type PageKeyMeaning = 'move' | 'resize' | 'moveInFrame' | 'scaleInFrame' | 'fit' | 'headline' | 'headlineForm' | 'headlineVertical' | 'legs' | 'writing' | 'columns' | 'jump' | 'jumpBack' | 'nextObject' | 'editText' | 'place' | 'placeAdvert' | 'placePicture' | 'placeOrnament' | 'remove' | 'escape'

export interface PageKey {
  readonly meaning: PageKeyMeaning
  /** Keys to show, each with what is held; the names are those of KeyboardEvent.key, but for arrows. */
  readonly shown: readonly (readonly string[])[]
  readonly keys: readonly string[]
  /** True with Shift only, false without only; left out for either. */
  readonly shift?: boolean
  /** With Alt only; without it when left out. */
  readonly alt?: true
  /** False when there was nothing to do, so that the key goes on to whoever else wants it. */
  press(session: Session, press: KeyPress, name: NewNames): boolean
}

/** What new things are called, in the editor's language. */
export interface NewNames {
  readonly advert: string
}

const ARROWS: Readonly<Record<string, { readonly columns: number; readonly lines: number }>> = {
  ArrowLeft: { columns: -1, lines: 0 },
  ArrowRight: { columns: 1, lines: 0 },
  ArrowUp: { columns: 0, lines: -1 },
  ArrowDown: { columns: 0, lines: 1 },
}

/** In the order in which a key goes through them; a vertical headline never stands over its text. */
const HEADLINE_FORMS: readonly HeadlineForm[] = ['over', 'beside', 'inside', 'around']

/** Of the frame, and of the picture. */
const CROP_STEP = 0.02
const SCALE_STEP = 1.05

/** Size of what a key places; the editor moves and resizes it from there. */
const NEW_PICTURE = { columns: 3, lines: 18 }
const NEW_ADVERT_LINES = 16

export const PAGE_KEYS: readonly PageKey[] = [
  {
    meaning: 'move',
    shown: [['←'], ['→'], ['↑'], ['↓']],
    keys: Object.keys(ARROWS),
    shift: false,
    press: (session, { key }) =>
      withObject(session, (document, object) => {
        const { column, line } = areaOf(object)
        const { columns, lines } = ARROWS[key]!
        return moveObject(document, object.id, { column: column + columns, line: line + lines })
      }),
  },
  {
    meaning: 'resize',
    shown: [['Shift', '←'], ['Shift', '→'], ['Shift', '↑'], ['Shift', '↓']],
    keys: Object.keys(ARROWS),
    shift: true,
    press: (session, { key }) =>
      withObject(session, (document, object) => {
        const area = areaOf(object)
        const { columns, lines } = ARROWS[key]!
        return resizeObject(document, object.id, columns === 0 ? { bottom: area.line + area.lines + lines } : { right: area.column + area.columns + columns })
      }),
  },
  {
    meaning: 'moveInFrame',
    shown: [['Alt', '←'], ['Alt', '→'], ['Alt', '↑'], ['Alt', '↓']],
    keys: Object.keys(ARROWS),
    alt: true,
    press: (session, { key }) =>
      withArtwork(session, (document, id, frame) => {
        const { columns, lines } = ARROWS[key]!
        return moveInFrame(document, id, frame, columns * frame.width * CROP_STEP, lines * frame.height * CROP_STEP)
      }),
  },
  {
    meaning: 'scaleInFrame',
    shown: [[','], ['.']],
    // An input method that is on makes full-width marks of them.
    keys: [',', '.', '\uff0c', '\u3002'],
    press: (session, { key }) => withArtwork(session, (document, id, frame) => scaleInFrame(document, id, frame, key === '.' || key === '\u3002' ? SCALE_STEP : 1 / SCALE_STEP)),
  },
  {
    meaning: 'fit',
    shown: [['F']],
    keys: ['f', 'F'],
    shift: false,
    press: (session) => withArtwork(session, (document, id) => setFit(document, id, fitOf(document, artworkOf(document, id)!) === 'cover' ? 'contain' : 'cover')),
  },
  {
    meaning: 'headline',
    shown: [['['], [']']],
    keys: ['[', ']', '【', '】'],
    press: (session, { key }) =>
      withStory(session, (document, id) => stepHeadline(document, id, 'headline', key === ']' || key === '】' ? 1 : -1, headlineColumns(session.store.getState(), id))),
  },
  {
    meaning: 'headlineForm',
    shown: [['T']],
    keys: ['t', 'T'],
    shift: false,
    press: (session) =>
      withStory(session, (document, id) => {
        const story = record(document, 'story', id)!
        const forms = story.headline?.vertical ? HEADLINE_FORMS.slice(1) : HEADLINE_FORMS
        return setHeadlineForm(document, id, forms[(forms.indexOf(headlineForm(story)) + 1) % forms.length]!)
      }),
  },
  {
    meaning: 'headlineVertical',
    shown: [['Shift', 'T']],
    keys: ['t', 'T'],
    shift: true,
    press: (session) => withStory(session, (document, id) => setHeadlineVertical(document, id, !isVerticalHeadline(record(document, 'story', id)!))),
  },
  {
    meaning: 'legs',
    shown: [['-'], ['=']],
    keys: ['-', '='],
    press: (session, { key }) =>
      withStory(session, (document, id) => {
        const story = record(document, 'story', id)!
        const grid = record(document, 'page', story.page)!.grid
        const own = story.writing ? rowsOf(grid, { ...story, measure: null }).count : story.legs.length
        const legs = (story.measure?.legs ?? own) + (key === '=' ? 1 : -1)
        return legs < 1 ? null : setMeasure(document, id, legs === own ? null : legs, story.measure?.remainder)
      }),
  },
  {
    meaning: 'writing',
    shown: [['V']],
    keys: ['v', 'V'],
    shift: false,
    press: (session) => withStory(session, (document, id) => setVertical(document, id, record(document, 'story', id)!.writing === undefined)),
  },
  {
    meaning: 'columns',
    shown: [['1'], ['9']],
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    press: (session, { key }) =>
      withObject(session, (document, object) => {
        const { column } = areaOf(object)
        return resizeObject(document, object.id, { right: column + Number(key) })
      }),
  },
  {
    meaning: 'jump',
    shown: [['J']],
    keys: ['j', 'J'],
    shift: false,
    press(session) {
      const { document, selection, readOnly } = session.store.getState()
      const story = document && selection.kind === 'record' ? record(document, 'story', selection.id) : undefined
      const page = document && story && nextPageWithRoom(document, story.id)
      const fit = story && chainFit(session.store.getState(), story.id)
      // What fits has nothing to go on with.
      if (!story || !page || readOnly || (fit && !fit.overset)) return false
      void continueOn(session, story.id, page)
      return true
    },
  },
  {
    meaning: 'jumpBack',
    shown: [['Shift', 'J']],
    keys: ['j', 'J'],
    shift: true,
    press: (session) => withStory(session, (document, id) => takeJumpBack(document, id)),
  },
  {
    meaning: 'nextObject',
    shown: [['Tab'], ['Shift', 'Tab']],
    keys: ['Tab'],
    press(session, { shiftKey }) {
      const next = nextObject(session.store.getState(), shiftKey ? -1 : 1)
      if (next === null) return false
      session.select({ kind: 'record', id: next })
      return true
    },
  },
  {
    meaning: 'editText',
    shown: [['Enter']],
    keys: ['Enter'],
    press(session) {
      const { document, selection } = session.store.getState()
      const story = document && selection.kind === 'record' ? record(document, 'story', selection.id) : undefined
      if (!story) return false
      session.focusText({ article: story.article, part: 'block', block: 0, offset: 0 })
      return true
    },
  },
  {
    meaning: 'place',
    shown: [['N']],
    keys: ['n', 'N'],
    press(session) {
      const { document, selection } = session.store.getState()
      if (!document || selection.kind !== 'record' || !record(document, 'article', selection.id)) return false
      void placeArticle(session, selection.id)
      return true
    },
  },
  {
    meaning: 'placeAdvert',
    shown: [['A']],
    keys: ['a', 'A'],
    press: (session, _, { advert }) =>
      placeNew(session, (document, page, grid, room, id) => {
        // Adverts stand at a page's foot.
        const lines = Math.min(room.lines, NEW_ADVERT_LINES)
        return placeAdvert(document, { id, page, name: advert, area: { ...room, columns: Math.min(room.columns, grid.columns), line: room.line + room.lines - lines, lines } })
      }),
  },
  {
    meaning: 'placePicture',
    shown: [['P']],
    keys: ['p', 'P'],
    press: (session) =>
      placeNew(session, (document, page, _, room, id) => {
        const area = { ...room, columns: Math.min(room.columns, NEW_PICTURE.columns), lines: Math.min(room.lines, NEW_PICTURE.lines) }
        return placePicture(document, { id, page, asset: null, area, story: null })
      }),
  },
  {
    meaning: 'placeOrnament',
    shown: [['L']],
    keys: ['l', 'L'],
    press(session) {
      const { document, selection } = session.store.getState()
      const object = document && selection.kind === 'record' ? pageObject(document, selection.id) : undefined
      if (!object) return placeNew(session, (now, page, _, room, id) => placeOrnament(now, { id, page, area: { ...room, lines: 1 } }))
      return create(session, (now, id) => placeOrnament(now, { id, page: object.page, area: lineUnder(areaOf(object)) }))
    },
  },
  {
    meaning: 'remove',
    shown: [['Delete']],
    keys: ['Delete', 'Backspace'],
    press: (session) => withObject(session, (document, { id }) => removeObject(document, id)),
  },
  {
    meaning: 'escape',
    shown: [['Esc']],
    keys: ['Escape'],
    press(session) {
      const { tool, selection } = session.store.getState()
      if (tool !== 'select') session.setTool('select')
      else if (selection.kind !== 'none') session.select({ kind: 'none' })
      else return false
      return true
    },
  },
]

/** Does what the key means; false when it means nothing here. The caller keeps it from text fields and input methods. */
export function pressPageKey(session: Session, press: KeyPress, names: NewNames): boolean {
  if (press.ctrlKey || press.metaKey) return false
  const found = PAGE_KEYS.find(({ keys, shift, alt = false }) => keys.includes(press.key) && alt === press.altKey && (shift === undefined || shift === press.shiftKey))
  return found?.press(session, press, names) ?? false
}

/** The key is used up by an object that is selected, even where the change has nothing to do: at the page's edge, say. */
function withObject(session: Session, command: (document: Document, object: PageObject) => Change | null): boolean {
  const { document, selection, readOnly } = session.store.getState()
  const object = document && selection.kind === 'record' ? pageObject(document, selection.id) : undefined
  if (!document || !object || readOnly) return false
  session.dispatch(command(document, object))
  return true
}

/** False where no picture with its file is selected: the key means something else then. */
function withArtwork(session: Session, command: (document: Document, id: RecordId, frame: FrameSize) => Change | null): boolean {
  const { document, selection, page } = session.store.getState()
  const id = document && selection.kind === 'record' && artworkOf(document, selection.id)?.asset ? selection.id : null
  const frame = id === null ? undefined : artworkItem(session.store.getState(), page, id)
  return id !== null && frame !== undefined && withObject(session, (now) => command(now, id, frame))
}

function withStory(session: Session, command: (document: Document, id: RecordId) => Change | null): boolean {
  return withObject(session, (document, object) => (object.type === 'story' ? command(document, object.id) : null))
}

/** Where a rule parts an object from what stands under it. */
function lineUnder({ column, line, columns, lines }: Area): Area {
  return { column, line: line + lines, columns, lines: 1 }
}

/** Something new in the largest free room of the page; false where there is none. */
function placeNew(session: Session, command: (document: Document, page: RecordId, grid: Grid, room: Area, id: RecordId) => Change | null): boolean {
  const { document, page } = session.store.getState()
  const shown = document && page !== null ? record(document, 'page', page) : undefined
  const room = shown && document ? autoPlace(shown.grid, takenAreas(document, shown)) : null
  return shown && room ? create(session, (now, id) => command(now, shown.id, shown.grid, room, id)) : false
}

/** And selects it. */
function create(session: Session, command: (document: Document, id: RecordId) => Change | null): boolean {
  const { document, readOnly } = session.store.getState()
  if (!document || readOnly) return false
  const id = crypto.randomUUID()
  session.dispatch(command(document, id))
  session.select({ kind: 'record', id })
  return true
}
