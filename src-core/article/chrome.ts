/**
 * What a web page puts round an article (网页附带文字): sharing, neighbours, dates of the site, counters. A line is
 * chrome when all of it is; a sentence that mentions sharing is not.
 */

/** Entries of menus and tool bars; several may stand on one line. */
const TOOL = new RegExp(
  `^(?:${[
    '分享(?:到|至)?[:：]?',
    '分享(?:到|至)?(?:微信|微博|朋友圈|微信朋友圈|新浪微博|QQ|QQ空间|QQ好友|好友)+',
    '(?:微信|新浪|腾讯)?(?:微博|朋友圈)|微信|QQ空间|QQ好友|复制链接|更多',
    '(?:过往|往期)(?:期刊|回顾|报纸|查询)?|往期|报纸检索',
    '[上下]一[篇版期页条](?:[:：].*)?',
    '返回(?:首页|目录|顶部|列表|上页|上一页)?|回到顶部|首页|主页|目录|正文',
    '版面(?:导航|概览|目录|图)|标题导航|本版(?:标题|新闻|目录)|标题(?:列表|新闻)|新闻内容|数字报',
    '放大|缩小|默认|大|中|小|打印(?:本[页稿文])?|关闭(?:窗口|本页)?|收藏(?:本[页文])?|字[号体](?:大小)?[:：]?',
    '(?:扫一扫|扫码|微信扫|用微信扫).*|长按.{0,6}二维码.*|关注(?:我们|微信|公众号|本报.*)?|加入收藏|设为首页',
    '相关(?:阅读|新闻|链接|报道|稿件|文章|推荐)[:：]?|推荐(?:阅读|新闻)|延伸阅读|猜你喜欢|热门(?:推荐|新闻|文章|评论)|热点新闻',
    '(?:发表|查看|我要|网友|全部)?评论|评论\\d*条?|点赞\\d*|收藏\\d*|转发\\d*|我要(?:纠错|投稿|分享)|登录|注册|搜索|投诉|举报',
    '(?:浏览|阅读|点击|访问)(?:次数|人数|量|数)?[:：]?\\d*次?|\\d+\\s*(?:次|人)?(?:浏览|阅读|点击|评论)',
    'PDF(?:版|下载|下载版)?|查看PDF.*',
  ].join('|')})$`,
  'u',
)

/** Whole lines. */
const LINE = new RegExp(
  `^(?:${[
    '[•·●▪*＊\\s-]*第?\\s*\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}\\s*期?(?:\\s+\\d{1,2}:\\d{2}(?::\\d{2})?)?',
    '分享(?:到|至).{0,12}',
    '来源[:：].{1,40}|(?:信息|稿件|文章|新闻)来源[:：].{1,40}',
    '(?:发布|发表|更新|出版|上传|编辑)(?:时间|日期)[:：].{1,40}|(?:时间|日期)[:：]\\s*\\d{4}.{1,30}',
    '(?:您?(?:现在)?的?|当前|所在)位置[:：].*|首页\\s*[>›»/＞→].*|.{1,20}\\s*[>›»＞]\\s*.{1,20}\\s*[>›»＞]\\s*正文.*',
    '(?:版权所有|版权声明|免责声明|Copyright|©).*|.*ICP备.{0,20}号.*|.*公网安备.*|未经.{0,10}(?:授权|许可|同意).{0,12}(?:转载|使用|复制).*',
    '(?:网站|责任)编辑[:：].{1,30}|技术支持[:：].*|主办[:：单].*承办.*',
  ].join('|')})$`,
  'iu',
)

/** Chrome only before the body or after it. */
const EDGE = /^(?:(?:https?:\/\/|www\.)\S+|.{0,12}\d{4}年\d{1,2}月\d{1,2}日\s*(?:星期|周)[一二三四五六日天].{0,16})$/iu
/** Chrome only before the body: at the end such a line dates a notice (落款). */
const HEAD_DATE = /^\d{4}年\d{1,2}月\d{1,2}日(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?$/u

const BULLET = /^[•·●▪*＊\s]+/u
const MENU_GAP = /[\s|｜/／[\]【】()（）<>《》]+/u

/** Chrome wherever it stands. */
export function isChrome(line: string): boolean {
  if (line.length > 200) return false
  if (LINE.test(line)) return true
  const entries = line.replace(BULLET, '').split(MENU_GAP).filter((entry) => entry !== '')
  if (entries.length === 0) return false
  // 大, 中, 小 or 正文 alone may be an author's crosshead; in a row they are a tool bar.
  if (entries.length === 1 && /^(?:[大中小]|正文|更多|目录|主页|登录|注册|搜索|举报|投诉|微信|放大|缩小|默认)$/u.test(entries[0]!)) return false
  return entries.every((entry) => TOOL.test(entry))
}

/** Chrome before the first line of the body. */
export function isHeadChrome(line: string): boolean {
  return line.length <= 200 && (EDGE.test(line) || HEAD_DATE.test(line))
}

/** Chrome after the last line of the body. */
export function isTailChrome(line: string): boolean {
  return line.length <= 200 && EDGE.test(line)
}
