/** `build` by the plant's wishes, and `build --send`: the built command line as a user calls it. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'

// Processes that start cold on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const root = mkdtempSync(join(tmpdir(), 'banxin-send-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const program = resolve(import.meta.dirname, '../../../out/main/cli.js')

function banxin(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '' } })
  return { status, stderr, files: () => (JSON.parse(stdout) as { files: readonly string[] }).files }
}

/** Two pages of one story each; returns the folder. */
function issueFolder(name: string, words: string, print: object): string {
  const folder = join(root, name)
  mkdirSync(join(folder, 'articles'), { recursive: true })
  writeFileSync(join(folder, 'articles/a.txt'), `大桥通车\n\n${words}\n`)
  writeFileSync(join(folder, 'articles/b.txt'), '菜市场搬家\n\n南门菜市场今天搬家。\n')
  const page = (number: string, article: string) => ({ number, section: '要闻', inks: 'k', grid: 'tabloid', stories: [{ article, area: { column: 0, line: 0, columns: 3, lines: 20 } }] })
  const issue = { format: 1, paper: { name: '望江日报', code: 'wjrb' }, date: '2024-03-01', number: 88, style: { print }, pages: [page('01', 'articles/a.txt'), page('02', 'articles/b.txt')] }
  writeFileSync(join(folder, 'issue.json'), JSON.stringify(issue))
  return folder
}

interface Sheet {
  readonly number: number
  readonly signedBy: string
  readonly pages: readonly { readonly number: string; readonly version: number; readonly again: string; readonly file: { readonly name: string } }[]
}

test('a page that changed since it was sent from the folder goes out as the next version, by the plant’s names', () => {
  const print = { fileName: '{code}{date}_{page}' }
  const out = join(root, 'sent')
  const send = (folder: string) => banxin('build', folder, '--out', out, '--preset', 'newsprint-x1a', '--send', '李总编')
  const sheet = (number: number) => JSON.parse(readFileSync(join(out, `20240301-sending-${number}.json`), 'utf8')) as Sheet
  expect(send(issueFolder('first', '望江大桥今天通车。', print)).files()).toEqual(['wjrb20240301_01.pdf', 'wjrb20240301_02.pdf', '20240301-sending-1.pdf', '20240301-sending-1.json', 'preflight.json'])
  expect(sheet(1)).toMatchObject({ number: 1, signedBy: '李总编', pages: [{ number: '01', version: 1, again: 'first' }, { number: '02', version: 1, again: 'first' }] })
  const files = send(issueFolder('second', '望江大桥昨天通车。', print)).files()
  expect(files.slice(0, 2)).toEqual(['wjrb20240301_01-v2.pdf', 'wjrb20240301_02.pdf'])
  expect(sheet(2).pages.map(({ version, again }) => [version, again])).toEqual([[2, 'changed'], [1, 'same']])
})

test('a pattern that would name two pages alike, or a profile that is not in the library, is told in a sentence and nothing is written', () => {
  const wrong = [
    { print: { fileName: '{date}' }, says: /issue\.json.*style\.print\.fileName.*必须有 \{page\}/u },
    { print: { fileName: '../{page}' }, says: /issue\.json.*style\.print\.fileName/u },
    { print: { profile: { hash: 'ab'.repeat(32), name: '印厂甲', inkLimit: 2.4 } }, says: /印厂甲/u },
  ]
  for (const [index, { print, says }] of wrong.entries()) {
    const out = join(root, `wrong-out-${index}`)
    const { status, stderr } = banxin('build', issueFolder(`wrong-${index}`, '望江大桥今天通车。', print), '--out', out, '--preset', 'newsprint-x1a', '--library', join(root, 'library'))
    expect(status).toBe(2)
    expect(stderr).toMatch(says)
    expect(existsSync(out) ? readdirSync(out) : []).toEqual([])
  }
})

test('a profile given by its file is what the pages are printed with, and named in the sheet; another file is refused', () => {
  const out = join(root, 'profile-out')
  const folder = issueFolder('profile', '望江大桥今天通车。', {})
  const build = (profile: string) => banxin('build', folder, '--out', out, '--preset', 'newsprint-x1a', '--profile', profile, '--send', '')
  expect(build(join(folder, 'articles/a.txt'))).toMatchObject({ status: 2, stderr: expect.stringContaining('ICC') as unknown })
  const { status, stderr } = build(resolve(import.meta.dirname, '../../../assets/icc/coated-gracol-tr006.icc'))
  expect(status).toBeLessThan(2)
  // The plant's own is set: nothing to be told.
  expect(stderr).not.toContain('CGATS')
  const sheet = JSON.parse(readFileSync(join(out, '20240301-sending-1.json'), 'utf8')) as { condition: string }
  expect(sheet.condition).toMatch(/GRACoL/iu)
})

test('Ctrl+C takes back what is under way', async () => {
  const folder = issueFolder('stopped', '望江大桥今天通车。', {})
  const issue = JSON.parse(readFileSync(join(folder, 'issue.json'), 'utf8')) as { pages: { number: string }[] }
  const many = Array.from({ length: 60 }, (_, index) => ({ ...issue.pages[0]!, number: `A${index + 1}` }))
  writeFileSync(join(folder, 'issue.json'), JSON.stringify({ ...issue, pages: many }))
  const out = join(root, 'stopped-out')
  const child = spawn(process.execPath, [program, 'build', folder, '--out', out], { stdio: ['ignore', 'ignore', 'pipe'] })
  let told = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (told === '') child.kill('SIGINT')
    told += text
  })
  const status = await new Promise((settle) => child.once('exit', settle))
  expect({ status, left: readdirSync(out) }).toEqual({ status: 2, left: [] })
})
