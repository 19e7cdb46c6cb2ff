/** 署名: who wrote it, in the forms that newspapers use (TYPESETTING §9.2). Only whole lines are bylines here. */
import { FAMILY_NAMES } from '../document/family-names.ts'

const ROLE = '(?:记者|通讯员|评论员|观察员|特约撰稿人?|撰稿人?|实习生|摄影报道|摄影|供稿|作者|见习编辑)'
const KIND = '(?:首席|特派|特约|见习|实习|全媒体|融媒体|全媒|融媒|驻\\p{Script=Han}{1,6})*'
const HOUSE =
  '(?:本报|本刊|本网|本台|本社|新华社|中新社|法治报|\\p{Script=Han}{2,8}(?:日报|晚报|晨报|时报|周刊|法治报|检察院|法院|融媒体中心|融媒))?'
const BULLET = '[□■◇◆○●◎▲△☆★]?\\s*'

const ROLE_START = new RegExp(`^${BULLET}${HOUSE}\\s*${KIND}\\s*${ROLE}`, 'u')
const ROLES = new RegExp(`${HOUSE}${KIND}${ROLE}|摄影报道|(?:文|图)(?=[/／、:：\\s]|$)`, 'gu')
const COMMENTATOR = new RegExp(`^${BULLET}(?:本报|本刊|\\p{Script=Han}{2,6}报)(?:特约)?(?:评论员|编辑部|记者|通讯员)$`, 'u')
const LABELLED = /^(?:文|图|文图|图文|文字|摄影|摄|撰文|采写|作者|撰稿|供稿|通讯员|整理|翻译|漫画|制图|图片)(?:\s*[/／&、]\s*(?:文|图|摄|摄影))?\s*[:：/／丨|]\s*\S.{0,50}$/u
const CREDITED = /^(\p{Script=Han}{2,4}(?:[\s、]+\p{Script=Han}{2,4}){0,4})\s*(?:文\s*[/／]\s*图|图\s*[/／]\s*文|文|摄|摄影报道|摄影)$/u
const BRACKETED = /^[（(]\s*(.{2,60}?)\s*[）)]$/u
const ABOUT_AUTHOR = /^(?:作者|来稿|据|综合|本报(?:综合|讯|编辑部))/u
const AFTER_BULLET = /^[□■◇◆○●◎▲△☆★]\s*([\p{Script=Han}·\s、]{2,20})$/u
const SENTENCE = /[。！？；，!?;,]/u

export function isByline(line: string): boolean {
  if (line.length > 80 || SENTENCE.test(line)) return false
  const bracketed = BRACKETED.exec(line)
  if (bracketed) return ABOUT_AUTHOR.test(bracketed[1]!) || isByline(bracketed[1]!)
  if (COMMENTATOR.test(line) || LABELLED.test(line)) return true
  const credited = CREDITED.exec(line)
  if (credited) return isNames(credited[1]!)
  const role = ROLE_START.exec(line)
  if (role) return namesFollow(line.slice(role[0].length))
  const bulleted = AFTER_BULLET.exec(line)
  return bulleted !== null || isNames(line)
}

/** After 记者: a break and then anything like names, or a name at once. */
function namesFollow(rest: string): boolean {
  if (rest === '') return false
  const names = rest.replace(ROLES, ' ').replace(/[（(][^）)]*[）)]/gu, ' ')
  const parts = names.split(/[\s、:：/／]+/u).filter((part) => part !== '')
  if (parts.length === 0 || parts.length > 12) return false
  if (!parts.every((part) => /^[\p{Script=Han}·A-Za-z]{1,12}$/u.test(part))) return false
  const apart = /^[\s:：/／]/u.test(rest)
  return apart ? parts.every((part) => part.includes('·') || part.length <= 6) : startsWithFamilyName(parts[0]!)
}

/** Nothing but names: 张三, 张 三 spread with a space of any width, 张三 李四五. */
function isNames(text: string): boolean {
  if (!/^[\p{Script=Han}\s、]+$/u.test(text)) return false
  const parts = text.replace(/(?<=^|[\s、])(\p{Script=Han})[\s\u3000]+(\p{Script=Han})(?=$|[\s、])/gu, '$1$2').split(/[\s、]+/u)
  return parts.length <= 6 && parts.every(startsWithFamilyName)
}

function startsWithFamilyName(name: string): boolean {
  const long = FAMILY_NAMES.has(name.slice(0, 2))
  return name.length >= 2 && name.length <= (long ? 4 : 3) && (long || FAMILY_NAMES.has(name.slice(0, 1)))
}
