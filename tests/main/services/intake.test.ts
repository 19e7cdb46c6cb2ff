import { expect, test } from 'vitest'
import { ApiFailure } from '../../../src-core/api/methods.ts'
import { articleFromText } from '../../../src-core/article/intake.ts'
import type { Article } from '../../../src-core/document/records.ts'
import { articleFromClipboard, readArticle } from '../../../src-main/services/intake.ts'
import { zipFile } from './zip-file.ts'
import type { ZipEntry } from './zip-file.ts'

const SOURCE = '大桥通车\n\n　　今天上午，晨光大桥通车。\n'
const GB18030 = Buffer.from('b4f3c7c5cda8b3b50a0aa1a1a1a1bdf1ccecc9cfcee7a3acb3bfb9e2b4f3c7c5cda8b3b5a1a30a', 'hex')
const utf16le = Buffer.from(SOURCE, 'utf16le')
const utf16be = Buffer.from(utf16le).swap16()

const roles = ({ headline, subtitle, byline, blocks }: Article) => ({ headline, subtitle, byline, blocks })
const expected = roles(articleFromText(SOURCE, null))

test.each([
  ['UTF-8', Buffer.from(SOURCE)],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${SOURCE}`)],
  ['GB 18030', GB18030],
  ['UTF-16 LE with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le])],
  ['UTF-16 BE with its mark', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be])],
  ['UTF-16 LE', utf16le],
  ['UTF-16 BE', utf16be],
])('text in %s', async (_, bytes) => {
  const article = await readArticle('稿.txt', bytes)
  expect(roles(article)).toEqual(expected)
  expect(article.file).toBe('稿.txt')
})

test('UTF-8 cut in the middle of a character is read, and the gap is told', async () => {
  const article = await readArticle('稿.txt', Buffer.from(SOURCE.repeat(20)).subarray(0, -3))
  expect(article.headline).toBe('大桥通车')
  expect(article.notes.join('')).toContain('1处读不出')
})

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function wordStyle(id: string, name: string): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`
}

function docx(body: string, change: Partial<ZipEntry> = {}): Uint8Array {
  return zipFile([
    { name: '_rels/.rels', text: `<Relationships ${RELATIONS}><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>` },
    { name: 'word/_rels/document.xml.rels', text: `<Relationships ${RELATIONS}><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>` },
    { name: 'word/styles.xml', text: `<w:styles ${WORD}>${wordStyle('T', 'Title')}${wordStyle('S', 'Subtitle')}${wordStyle('H', 'heading 2')}</w:styles>` },
    { name: 'word/document.xml', text: `<w:document ${WORD}><w:body>${body}</w:body></w:document>`, ...change },
  ])
}

function paragraph(text: string, style?: string, bold = false): string {
  return `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

test('a Word document by its styles, bold lines and tables, whatever its name', async () => {
  const cells = ['甲', '1'].map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')
  const body = [
    paragraph('大桥通车', 'T'),
    paragraph('——全长三公里', 'S'),
    paragraph('本报记者 张三'),
    paragraph('　　今天,大桥通车。'),
    paragraph('建设历程', undefined, true),
    paragraph('历时三年。'),
    paragraph('展望未来', 'H'),
    paragraph('明天会更好。'),
    `<w:tbl><w:tr>${cells}</w:tr></w:tbl>`,
  ]
  const article = await readArticle('稿.doc', docx(body.join('')))
  expect(roles(article)).toEqual({
    headline: '大桥通车',
    subtitle: '——全长三公里',
    byline: '本报记者 张三',
    blocks: [
      { role: 'paragraph', text: '今天，大桥通车。' },
      { role: 'crosshead', lines: ['建设历程'] },
      { role: 'paragraph', text: '历时三年。' },
      { role: 'crosshead', lines: ['展望未来'] },
      { role: 'paragraph', text: '明天会更好。' },
      { role: 'paragraph', text: '甲　1' },
    ],
  })
})

test('a table of a Word document, its head by its own row', async () => {
  const row = (cells: readonly string[], head = '') => `<w:tr>${head}${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`
  const body = [
    paragraph('一周菜价', 'T'),
    paragraph('监测结果如下。'),
    `<w:tbl>${row(['品名', '本周(元)'], '<w:trPr><w:tblHeader/></w:trPr>')}${row(['白菜', '0.80'])}${row(['黄瓜', '4.50'])}</w:tbl>`,
    paragraph('价格总体平稳。'),
  ]
  const article = await readArticle('稿.docx', docx(body.join('')))
  expect(article.blocks).toEqual([
    { role: 'paragraph', text: '监测结果如下。' },
    { role: 'table', rows: [['品名', '本周（元）'], ['白菜', '0.80'], ['黄瓜', '4.50']] },
    { role: 'paragraph', text: '价格总体平稳。' },
  ])
  expect(article.notes).toContain('收入表格1个，请核对行列。')
})

test('a Word document with marks on words: bold, dots, ruby, underlined names, waves', async () => {
  const run = (text: string, properties = '') => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
  const ruby = `<w:r><w:rPr/><w:ruby><w:rubyPr><w:hps w:val="10"/></w:rubyPr><w:rt>${run('chī mèi')}</w:rt><w:rubyBase>${run('魑魅')}</w:rubyBase></w:ruby></w:r>`
  const body = [
    paragraph('大桥通车', 'T'),
    `<w:p>${run('今天,')}${run('重要', '<w:b/>')}${run('的')}${run('通车', '<w:em w:val="dot"/>')}${ruby}${run('来了，')}${run('李大海', '<w:u w:val="single"/>')}${run('读')}${run('水经注', '<w:u w:val="wave"/><w:highlight w:val="yellow"/>')}${run('，')}${run('他说……', '<w:u w:val="single"/>')}${run('。')}</w:p>`,
  ]
  const article = await readArticle('稿.docx', docx(body.join('')))
  expect(article.blocks).toEqual([
    {
      role: 'paragraph',
      text: '今天，重要的通车魑魅来了，李大海读水经注，他说……。',
      marks: [
        { from: 3, to: 5, kind: 'strong' },
        { from: 6, to: 8, kind: 'emphasis' },
        { from: 8, to: 10, kind: 'ruby', text: 'chī mèi' },
        { from: 13, to: 16, kind: 'name' },
        { from: 17, to: 20, kind: 'title' },
      ],
    },
  ])
  expect(article.notes).toEqual([
    '下划线不像专名号的没有保留，共1处，请核对。',
    '照原稿保留字词上的标记，共5处：加粗1处、着重号1处、专名号1处、书名号1处、注音1处。',
    '半角标点改为全角，共1处：逗号1处。',
  ])
})

const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')
test.each([
  ['旧稿.doc', ole, '另存为 docx'],
  ['稿件.wps', ole, '另存为 docx'],
  ['稿件.wps', Buffer.from('文字'), '另存为 docx'],
  ['版面.pdf', Buffer.from('%PDF-1.7'), 'docx'],
  ['照片.txt', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), '图片'],
  ['表格.xlsx', zipFile([{ name: 'xl/workbook.xml', text: '<x/>' }]), 'docx'],
  ['数据.csv', Buffer.from('甲,乙'), '另存为 docx'],
  ['空.txt', Buffer.alloc(0), '空的'],
  ['空白.txt', Buffer.from(' \n\n'), '空的'],
  ['随机.txt', Buffer.from(Array.from({ length: 999 }, (_, index) => (index * index * 31 + 128) % 256)), '编码'],
  ['坏.docx', Buffer.from('PK\x03\x04 no archive'), 'docx'],
  ['炸弹.docx', docx(paragraph('啊'.repeat(12_000_000)), { claimedSize: 100 }), '过大'],
  ['实体.docx', docx('', { text: `<!DOCTYPE d [<!ENTITY a "啊">]><w:document ${WORD}><w:body>&a;</w:body></w:document>` }), '完好'],
  ['加密.docx', docx(paragraph('密'), { encrypted: true }), '密码'],
])('%s is refused with its name and a way out', async (name, bytes, words) => {
  const error = await readArticle(name, bytes).then(
    () => null,
    (caught: unknown) => caught,
  )
  if (!(error instanceof ApiFailure)) throw new Error('not refused', { cause: error })
  expect(error.error.code).toBe('unreadable-file')
  expect(error.error.message.zh).toContain(name)
  expect(`${error.error.message.zh}${error.error.remedy?.zh}`).toContain(words)
})

test('the clipboard gives its HTML where that holds an article, else its text', async () => {
  expect((await articleFromClipboard('大桥通车\n今天通车。', '<h1>大桥通车</h1><p>今天通车。</p>')).headline).toBe('大桥通车')
  expect((await articleFromClipboard('今天通车。', '<img src="x">')).blocks).toEqual([{ role: 'paragraph', text: '今天通车。' }])
})

test('an article as JSON keeps its roles to the letter, or names the place that is wrong', async () => {
  const blocks = [{ role: 'crosshead', lines: ['一行很长很长的小标题，有句号。'] }]
  const read = await readArticle('稿.json', Buffer.from(JSON.stringify({ headline: '题', blocks, characters: 14 })))
  expect(roles(read)).toEqual({ headline: '题', subtitle: null, byline: null, blocks })
  await expect(readArticle('稿.json', Buffer.from('{"headline":"题","blocks":[{"role":"poem"}]}'))).rejects.toThrow('blocks.0.role')
})
