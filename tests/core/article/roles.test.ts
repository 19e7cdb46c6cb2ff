import { expect, test } from 'vitest'
import { articleFromHtml } from '../../../src-core/article/html-intake.ts'
import { articleFromText } from '../../../src-core/article/intake.ts'
import type { Article, Block } from '../../../src-core/document/records.ts'

/** The roles of an article in a few lines: head parts by name, crossheads with `|` between lines and `#` before. */
function roles(article: Article): string[] {
  const { page, standingHead, kicker, headline, subtitle, summary, byline, blocks } = article
  const head = Object.entries({ page: page && `${page.number}/${page.section}`, standingHead: standingHead ?? null, kicker, headline: headline || null, subtitle, summary, byline })
  return [
    ...head.flatMap(([name, text]) => (text === null ? [] : [`${name}: ${text}`])),
    ...blocks.flatMap((block) => described(block)),
  ]
}

function described(block: Block): readonly string[] {
  switch (block.role) {
    case 'paragraph':
      return [block.text]
    case 'crosshead':
      return [`# ${block.lines.join('|')}`]
    case 'verse':
      return [`verse: ${block.lines.join('|')}`]
    case 'list':
      return [`${block.ordered ? 'ordered' : 'list'}: ${block.items.join('|')}`]
    case 'table':
      return [`table${block.head === undefined ? '' : ` ${block.head}`}: ${block.rows.map((row) => row.join(',')).join('|')}`]
    case 'editorsNote':
      return [`note: ${block.text}`]
  }
}

const texts: readonly (readonly [what: string, source: string, roles: readonly string[]])[] = [
  [
    'kicker, headline, dashed subtitle, several names, crosshead by its missing indent',
    '坚持以人民为中心\n我市民生工程提速增效\n——2023年城市更新工作综述\n本报记者 张 三 通讯员 李四五\n\n　　本报讯（记者 张三）第一段。\n　　第二段。\n小标题一\n　　第三段。',
    ['kicker: 坚持以人民为中心', 'headline: 我市民生工程提速增效', 'subtitle: ——2023年城市更新工作综述', 'byline: 本报记者 张 三 通讯员 李四五', '本报讯（记者 张三）第一段。', '第二段。', '# 小标题一', '第三段。'],
  ],
  ['the longer of two lines is the smaller headline', '深入学习贯彻全会精神 推动高质量发展\n全市经济工作会议召开\n\n1月19日，会议召开。', ['kicker: 深入学习贯彻全会精神 推动高质量发展', 'headline: 全市经济工作会议召开', '1月19日，会议召开。']],
  ['two lines of one length are one headline', '老街新颜引客来\n灯火万家过大年\n\n老街开街。', ['headline: 老街新颜引客来 灯火万家过大年', '老街开街。']],
  ['a label for the kicker alone', '引题：跨江再添通道\n大桥今起通车\n——八分钟过江\n\n本报记者 张三\n　　正文。', ['kicker: 跨江再添通道', 'headline: 大桥今起通车', 'subtitle: ——八分钟过江', 'byline: 本报记者 张三', '正文。']],
  ['labels', '引题：坚持就是胜利\n标题：大桥通车\n副题：全长三公里\n提要：这是提要。\n署名：□记者 王五\n正文没有句号', ['kicker: 坚持就是胜利', 'headline: 大桥通车', 'subtitle: 全长三公里', 'summary: 这是提要。', 'byline: □记者 王五', '正文没有句号']],
  ['a running head and a byline of names', '晨光日报 2024年1月20日 星期六 第02版：城事\n老街新颜引客来\n□李文 王芳\n\n本报讯 1月18日，老街开街。', ['page: 02/城事', 'headline: 老街新颜引客来', 'byline: □李文 王芳', '本报讯 1月18日，老街开街。']],
  ['a name alone, and Windows line ends', '第A03版 副刊\r\n冬日里的那碗面\r\n王秀兰\r\n\r\n  那年冬天，很冷。\r\n', ['page: A03/副刊', 'headline: 冬日里的那碗面', 'byline: 王秀兰', '那年冬天，很冷。']],
  ['a byline in brackets at the end', '大桥通车\n\n大桥今天通车。\n（作者单位：晨光市交通运输局）', ['headline: 大桥通车', 'byline: （作者单位：晨光市交通运输局）', '大桥今天通车。']],
  ['numbered crossheads, and a notice signed and dated', '读书节的通知\n\n各单位：\n\n一、时间地点\n\n4月23日，市图书馆举行开幕式，请各单位按时参加活动。\n\n晨光市文化和旅游局\n\n2024年1月20日', ['headline: 读书节的通知', '各单位：', '# 一、时间地点', '4月23日，市图书馆举行开幕式，请各单位按时参加活动。', '晨光市文化和旅游局', '2024年1月20日']],
  ['a list of names is no row of crossheads', '先进名单\n\n下列单位受到表彰。\n\n第一中学\n\n人民医院\n\n公交公司\n\n望大家学习。', ['headline: 先进名单', '下列单位受到表彰。', '第一中学', '人民医院', '公交公司', '望大家学习。']],
  ['verse keeps its lines', '晨光谣\n\n明月照城东，\n流水绕城西。\n千家灯火里，\n岁岁有晴曦。\n\n作者：林溪', ['headline: 晨光谣', 'byline: 作者：林溪', 'verse: 明月照城东，|流水绕城西。|千家灯火里，|岁岁有晴曦。']],
  ['stanzas', '秋思\n\n一夜西风过小城，\n满阶梧叶有秋声。\n稻香十里随云去，\n雁字千行向晚晴。\n\n且把新醅酬旧岁，\n更将明月寄归程。\n\n作于二〇二三年秋天，时在江边小住，夜雨初歇。', ['headline: 秋思', 'verse: 一夜西风过小城，|满阶梧叶有秋声。|稻香十里随云去，|雁字千行向晚晴。||且把新醅酬旧岁，|更将明月寄归程。', '作于二〇二三年秋天，时在江边小住，夜雨初歇。']],
  ['short paragraphs are no verse', '对话\n\n　　他笑了。\n　　她也笑了。\n　　雨停了。\n　　天晴了。', ['headline: 对话', '他笑了。', '她也笑了。', '雨停了。', '天晴了。']],
  ['written lists', '会议要求\n\n会议要求如下。\n1.加强领导，落实责任。\n2.加强督查，严格奖惩。\n●一村一策\n●一户一档\n- 提前报名\n- 按时参加\n一、提高认识。\n二、狠抓落实。\n会议还研究了其他事项。', ['headline: 会议要求', '会议要求如下。', 'list: 1.加强领导，落实责任。|2.加强督查，严格奖惩。', 'list: ●一村一策|●一户一档', 'list: 提前报名|按时参加', 'list: 一、提高认识。|二、狠抓落实。', '会议还研究了其他事项。']],
  ['numbers that do not count on are no list', '数字\n\n3.5亿元是总投资。\n1.先说这个。\n4.再说那个。', ['headline: 数字', '3.5亿元是总投资。', '1.先说这个。', '4.再说那个。']],
  ['a table with tabs, as a spreadsheet gives it', '一周菜价\n\n监测结果如下。\n\n品名\t本周\t上周\n白菜\t0.80\t0.80\n黄瓜\t4.50\t4.20\n\n价格平稳。', ['headline: 一周菜价', '监测结果如下。', 'table: 品名,本周,上周|白菜,0.80,0.80|黄瓜,4.50,4.20', '价格平稳。']],
  ['a table with pipes', '菜价\n\n监测结果如下。\n\n| 品名 | 价 |\n| --- | ---: |\n| 白菜 | 0.8 |\n| 黄瓜 | |\n\n价格平稳。', ['headline: 菜价', '监测结果如下。', 'table: 品名,价|白菜,0.8|黄瓜,', '价格平稳。']],
  ['a standing head and a note of the editor', '【法治时评】\n让守法成为习惯\n\n编者按：今天起推出系列评论，敬请关注。\n\n守法重在平时。', ['standingHead: 法治时评', 'headline: 让守法成为习惯', 'note: 编者按：今天起推出系列评论，敬请关注。', '守法重在平时。']],
  ['a label for the standing head', '栏头：三农视点\n标题：秋收\n【编者按】丰收在望，本报记者走进田间。\n秋粮进仓了。', ['standingHead: 三农视点', 'headline: 秋收', 'note: 【编者按】丰收在望，本报记者走进田间。', '秋粮进仓了。']],
  ['a dateline on a line of its own', '大桥通车\n\n本报讯（记者 张三）\n大桥今天通车，市民纷纷前来。', ['headline: 大桥通车', '本报讯（记者 张三）大桥今天通车，市民纷纷前来。']],
  ['a line without a headline', '只有一行文字，没有标题。', ['只有一行文字，没有标题。']],
  ['a headline without text', '会议通知', ['headline: 会议通知']],
  ['Markdown', '# 春耕备耕正当时\n\n农时不等人。\n\n**抓好种子**\n\n种子是根本。\n\n## 抓好农机\n\n---\n\n农机是关键。', ['headline: 春耕备耕正当时', '农时不等人。', '# 抓好种子', '种子是根本。', '# 抓好农机', '农机是关键。']],
]

test.each(texts)('text: %s', (_, source, expected) => {
  expect(roles(articleFromText(source, null))).toEqual(expected)
})

const pages: readonly (readonly [what: string, source: string, roles: readonly string[]])[] = [
  [
    'headings, subtitle, byline, bold crosshead, line breaks',
    '<h2>引题在这里</h2><h1>主标题<br>第二行</h1><p>——副题</p><p>本报记者 张三</p><p>　　正文一，<b>加粗</b>&amp;&lt;。</p><p><strong>小标题</strong></p><p>正文\n二。<br>又一段。</p><h3>小节</h3><p>尾段。</p>',
    ['kicker: 引题在这里', 'headline: 主标题 第二行', 'subtitle: ——副题', 'byline: 本报记者 张三', '正文一，加粗&<。', '# 小标题', '正文二。', '又一段。', '# 小节', '尾段。'],
  ],
  ['tables by row, numbered lists', '<h1>账目</h1><p>如下。</p><table><tr><th>甲</th><td>1</td></tr><tr><td><p>乙</p></td><td><p>2</p></td></tr></table><ol><li>第一<li>第二</ol><p>完。</p>', ['headline: 账目', '如下。', 'table: 甲,1|乙,2', 'ordered: 第一|第二', '完。']],
  ['a table with a head and joined cells, of Word', '<h1>账目</h1><p>如下。</p><table><thead><tr><th rowspan="2"><p>品种</p></th><th colspan="2"><p>收购</p></th></tr><tr><th>量</th><th>价</th></tr></thead><tbody><tr><td><p>小麦</p></td><td><p>3.25</p></td><td>1.42</td></tr></tbody></table><p>完。</p>', ['headline: 账目', '如下。', 'table 2: 品种,收购,|,量,价|小麦,3.25,1.42', '完。']],
  ['lists with paragraphs in them, one counting from three, one in another', '<h1>要求</h1><p>如下。</p><ul><li><p>甲</p></li><li><p>乙</p></li></ul><ol start="3"><li>丙</li><li>丁</li></ol><ol><li>戊<ul><li>己</li></ul></li><li>庚</li></ol>', ['headline: 要求', '如下。', 'list: 甲|乙', 'list: 3.丙|4.丁', 'ordered: 戊', 'list: 己', 'list: 2.庚']],
  ['a table that only holds the page in place', '<table><tr><td></td><td><h1>大桥通车</h1><p>今天通车。</p><p>明天收费。</p></td></tr></table>', ['headline: 大桥通车', '今天通车。', '明天收费。']],
  ['only the article of a page', '<nav>首页</nav><div>最新消息</div><article><h1>大桥通车</h1><p>今天通车。</p></article><p>别的新闻一条。</p><footer>晨光日报社</footer>', ['headline: 大桥通车', '今天通车。']],
  ['scripts, styles and hidden text stay out', '<script>var a="坏"</script><style>p{}</style><h1>大桥通车</h1><p>今天通车。<span style="display:none">密</span></p>', ['headline: 大桥通车', '今天通车。']],
]

test.each(pages)('HTML: %s', (_, source, expected) => {
  expect(roles(articleFromHtml(source, null))).toEqual(expected)
})

test('what a web page puts round an article is left out and told', () => {
  const article = articleFromText('首页 > 要闻 > 正文\n大桥通车\n来源：晨光网\n2024-01-20 10:30\n【大 中 小】 [打印] [关闭]\n\n　　大桥今天通车，市民可以分享到喜悦。\n\n分享到：\n相关阅读\n春运开始\n上一篇：老街开街\n版权所有 晨光日报社', null)
  expect(roles(article)).toEqual(['headline: 大桥通车', '大桥今天通车，市民可以分享到喜悦。'])
  const told = article.notes.join('')
  for (const left of ['首页 > 要闻 > 正文', '来源：晨光网', '2024-01-20 10:30', '分享到：', '相关阅读', '春运开始', '上一篇：老街开街']) expect(told).toContain(left)
})

test('a page of nothing but chrome says that it has no article', () => {
  const article = articleFromText('分享到\n过往期刊\n  • 第2024-01-19期\n', null)
  expect(roles(article)).toEqual([])
  expect(article.notes.join('')).toContain('没有认出正文')
})

test('depth and length do no harm', () => {
  expect(roles(articleFromHtml(`${'<div>'.repeat(50_000)}好。`, null))).toEqual(['好。'])
  expect(articleFromText('短\n\n'.repeat(50_000), null).blocks).toHaveLength(49_999)
})
