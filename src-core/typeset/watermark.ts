/** 校样 in large pale letters under a page's content: nobody can take such a file for one to print from. */
import type { FaceSet } from '../fonts/face.ts'
import type { FaceId, LineStyle } from '../document/style.ts'
import type { Cmyk, FrameItem, PageFrame } from './frame.ts'
import { label } from './label.ts'

const WORDS = '校样'
const PALE: Cmyk = [0, 0, 0, 0.1]
/** Of the page's width, the two letters together. */
const WIDTH = 0.5
const TIMES = 3

export function watermarked(frame: PageFrame, { face, line }: { readonly face: FaceId; readonly line: LineStyle }, faces: FaceSet): PageFrame {
  const { width, height } = frame.trim
  const size = (WIDTH * width) / WORDS.length
  const items = Array.from({ length: TIMES }, (_, time): readonly FrameItem[] =>
    label(WORDS, (width - WORDS.length * size) / 2, ((time + 0.5) * height) / TIMES + size / 2, { face, size, line, color: PALE }, faces),
  )
  return { ...frame, items: [{ kind: 'group', record: null, items: items.flat() }, ...frame.items] }
}
