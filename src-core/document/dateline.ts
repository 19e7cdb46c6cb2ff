/** 电头 (TYPESETTING §9): where and when a story comes from, at the start of its body. */

/** Code points of a paragraph: the dateline from 0 on, then the reporters in brackets, if they are there. */
export interface Dateline {
  readonly to: number
  readonly hasReporters: boolean
  /** Nothing follows: the story goes on in the next paragraph. */
  readonly isAlone: boolean
}

const HOUSE = '(?:本报|本刊|本网|本台|新华社|新华网|中新社|中新网|人民网|央视网|\\p{Script=Han}{2,6}(?:日报|晚报|晨报|时报|法治报|商报|社|网))'
const PLACE = '[\\p{Script=Han}·]{0,10}?'
const DAY = '(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日'
/** 讯 may stand alone, 电 names the day: 本报讯, 本报北京3月5日电, 据新华社北京3月5日专电. */
const DATELINE = new RegExp(`^据?${HOUSE}(?:讯(?![号员息问])|${PLACE}\\s?${DAY}\\s?(?:讯|专?电|消息))`, 'u')
const REPORTERS = /^\s*[（(][^（）()]{0,20}(?:记者|通讯员|实习生|评论员|作者|编辑)[^（）()]{0,60}[)）]/u

export function datelineOf(paragraph: string): Dateline | null {
  const found = DATELINE.exec(paragraph)?.[0]
  if (found === undefined) return null
  const rest = paragraph.slice(found.length)
  const reporters = REPORTERS.exec(rest)?.[0] ?? ''
  return { to: Array.from(found).length, hasReporters: reporters !== '', isAlone: /^[\s：:]*$/u.test(rest.slice(reporters.length)) }
}
