/** 署名: who wrote it, in the forms that newspapers use (TYPESETTING §9.2). Only whole lines are bylines here. */

/** The commoner family names; they decide only where nothing but the name speaks for a byline. */
const FAMILY_NAMES = new Set(
  (
    '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎雷段' +
    '龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔常汤康易乔赖文施洪辛柯庄温牛樊葛邢安齐伍庞颜倪梅翟蓝聂章鲁岳翁殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮纪童凌毕单季成霍涂裴阳辜' +
    '冉路饶穆宗边池鲍骆初苗娄祁柴车房曲费席党连盛司卫麻隋谷冷封蒙闵岑缪卓褚靳桑窦鞠郁伊干鄢丘解卜屈米晏佟简冀仇匡项滕栾应敖占华戚牟'
  ).match(/./gu)!.concat('欧阳 上官 司马 诸葛 皇甫 尉迟 公孙 慕容 令狐 司徒 东方 夏侯'.split(' ')),
)

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
