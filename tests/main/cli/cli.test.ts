/** The built command line as a user calls it: exit codes, sentences, files. One child process takes a while, so few. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'

// Processes that start cold on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const root = mkdtempSync(join(tmpdir(), 'banxin-cli-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const program = resolve(import.meta.dirname, '../../../out/main/cli.js')
const seed = resolve(import.meta.dirname, '../../../assets/samples/cgrb-2024-01-20/articles/04-procuratorate.txt')

function banxin(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '' } })
  return { status, stdout, stderr, json: () => JSON.parse(stdout) as unknown }
}

const write = (name: string, content: string) => {
  const path = join(root, name)
  writeFileSync(path, content)
  return path
}

function issueFolder(name: string, stories: readonly object[], grid = 'broadsheet'): string {
  const folder = join(root, name)
  mkdirSync(join(folder, 'articles'), { recursive: true })
  writeFileSync(join(folder, 'articles/seed.txt'), readFileSync(seed))
  const issue = { format: 1, paper: { name: '晨光日报', code: 'cgrb' }, date: '2024-01-20', pages: [{ number: '04', section: '要闻', grid, stories }] }
  writeFileSync(join(folder, 'issue.json'), JSON.stringify(issue))
  return folder
}

const whole = { article: 'articles/seed.txt' }
const tooSmall = { article: 'articles/seed.txt', area: { column: 0, line: 0, columns: 2, lines: 20 } }

describe('parse', () => {
  test('prints the articles of all files', () => {
    const { status, json, stderr } = banxin('parse', seed, write('a.txt', '大桥通车\n\n大桥今天通车。\n'))
    expect(json()).toMatchObject([
      { file: seed, page: { number: '04', section: '要闻' }, headline: '忠诚履职担当作为 服务大局踔厉奋进', byline: '本报记者邓伟强', characters: 2477 },
      { headline: '大桥通车', blocks: [{ role: 'paragraph', text: '大桥今天通车。' }], characters: 7 },
    ])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  test('tells every file that cannot be read in one line, and prints nothing', () => {
    const { status, stdout, stderr } = banxin('parse', seed, write('b.doc', '旧稿'), join(root, 'none.txt'))
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(/b\.doc.*另存为 docx/u), expect.stringContaining('none.txt')])
  })
})

test('what was compiled is kept beside the program, for the next start', () => {
  banxin('--help')
  expect(readdirSync(resolve(program, '../../compiled'))).not.toEqual([])
})

describe('build and check', () => {
  test('build writes pages, picture, frames, the issue and findings, the same bytes every time', () => {
    const folder = issueFolder('whole', [whole])
    const [one, other] = ['out-1', 'out-2'].map((name) => join(root, name)) as [string, string]
    const { status, json } = banxin('build', folder, '--out', one, '--page', '04', '--png', '36', '--frames', '--issue')
    expect(status).toBe(0)
    const files = ['20240120-04.frames.json', '20240120-04.pdf', '20240120-04.png', '20240120.pdf', 'preflight.json']
    expect(readdirSync(one).toSorted()).toEqual(files)
    expect(json()).toEqual({ files: expect.arrayContaining(files) as unknown })
    expect(JSON.parse(readFileSync(join(one, 'preflight.json'), 'utf8'))).toMatchObject({ findings: [{ id: 'underset', page: '04', story: 'articles/seed.txt' }] })
    banxin('build', folder, '--out', other, '--png', '36', '--frames', '--issue')
    for (const name of files) expect(readFileSync(join(other, name)).equals(readFileSync(join(one, name))), name).toBe(true)
  })

  test('a print preset writes its standard and says whose profile it took; a proof is marked as one, in colours of the screen', () => {
    const folder = issueFolder('presets', [whole])
    const built = (preset: string) => {
      const out = join(root, `out-${preset}`)
      const { status, stderr } = banxin('build', folder, '--out', out, '--preset', preset)
      return { status, stderr, file: join(out, '20240120-04.pdf') }
    }
    const print = built('newsprint-x1a')
    expect(print).toMatchObject({ status: 0, stderr: expect.stringContaining('CGATS TR 002') as unknown })
    expect(execFileSync('pdfinfo', [print.file], { encoding: 'utf8' })).toContain('PDF/X-1a:2003')
    const proof = built('proof')
    expect(proof).toMatchObject({ status: 0, stderr: expect.not.stringContaining('CGATS') as unknown })
    expect(execFileSync('pdftotext', ['-raw', proof.file, '-'], { encoding: 'utf8' }).match(/校样/gu)).toHaveLength(3)
  })

  test('an error of preflight exits 1, with the page built all the same', () => {
    const folder = issueFolder('small', [tooSmall])
    const checked = banxin('check', folder)
    expect(checked.status).toBe(1)
    expect(checked.json()).toMatchObject({ findings: [{ id: 'overset', severity: 'error', story: 'articles/seed.txt' }, { id: 'empty-area' }, { id: 'empty-area' }] })
    const out = join(root, 'out-small')
    expect(banxin('build', folder, '--out', out).status).toBe(1)
    expect(readdirSync(out).toSorted()).toEqual(['20240120-04.pdf', 'preflight.json'])
  })

  test('a fault that issue.json accepts stays listed, with the reason, and fails nothing', () => {
    const folder = issueFolder('accepted', [tooSmall])
    const [overset] = (banxin('check', folder).json() as { findings: readonly { readonly key: string }[] }).findings
    const file = join(folder, 'issue.json')
    const issue = JSON.parse(readFileSync(file, 'utf8')) as object
    writeFileSync(file, JSON.stringify({ ...issue, accepted: [{ key: overset!.key, reason: '末段待删', by: '韩一舟' }] }))
    const checked = banxin('check', folder)
    expect(checked.status).toBe(0)
    expect(checked.json()).toMatchObject({ findings: [{ ...overset, accepted: '末段待删' }, { id: 'empty-area' }, { id: 'empty-area' }] })
  })

  test('savings prints where few characters win a line, cheapest first', () => {
    const saved = banxin('savings', issueFolder('savings', [whole]))
    expect(saved).toMatchObject({ status: 0, stderr: '' })
    const { stories } = saved.json() as { stories: readonly { readonly savings: readonly { readonly kind: string; readonly characters: number; readonly lines: number }[] }[] }
    expect(stories).toMatchObject([{ page: '04', story: 'articles/seed.txt' }])
    const costs = stories[0]!.savings.filter(({ kind, lines }) => kind === 'cut' && lines > 0).map(({ characters }) => characters)
    expect(costs.length).toBeGreaterThan(3)
    expect(costs).toEqual(costs.toSorted((a, b) => a - b))
  })

  test('a bad folder exits 2, tells each of its faults in a line and leaves nothing behind', () => {
    const out = join(root, 'out-bad')
    const { status, stdout, stderr } = banxin('build', issueFolder('bad', [{ article: 'articles/none.txt' }, { article: 'articles/other.txt' }]), '--out', out)
    expect({ status, stdout, written: existsSync(out) }).toEqual({ status: 2, stdout: '', written: false })
    expect(stderr.trimEnd().split('\n')).toEqual(['none', 'other'].map((name) => expect.stringMatching(new RegExp(`issue\\.json.*第1行.*articles/${name}\\.txt`, 'u')) as string))
  })
})

test('inspect answers each case and exits 0 though some answers are errors', () => {
  const cases = write('cases.json', JSON.stringify([{ id: 'a', text: '好。你', lang: 'zh-Hans', metrics: 'ideal' }, { id: 'b', text: 7 }]))
  const { status, json } = banxin('inspect', cases)
  expect(status).toBe(0)
  expect(json()).toMatchObject([{ id: 'a', breaks: [2] }, { id: 'b', error: expect.any(String) as unknown }])
  expect(banxin('inspect', write('object.json', '{}'))).toMatchObject({ status: 2, stdout: '' })
})

test('archive: add, list, show, search, verify and restore', () => {
  const library = ['--library', join(root, 'library')]
  expect(banxin('archive', 'add', issueFolder('archived', [whole]), ...library)).toMatchObject({ status: 0 })
  expect(banxin('archive', 'list', ...library).json()).toMatchObject([{ key: 'cgrb/2024-01-20/1', articles: 1 }])
  expect(banxin('archive', 'show', 'cgrb/2024-01-20', ...library).json()).toMatchObject({ contents: [{ page: '04', articles: ['忠诚履职担当作为 服务大局踔厉奋进'] }] })
  expect(banxin('archive', 'search', '诉源', ...library).json()).toMatchObject([{ key: 'cgrb/2024-01-20/1', page: '04' }])
  expect(banxin('archive', 'verify', ...library).json()).toMatchObject({ checked: 1, faults: [] })
  const restored = join(root, 'restored')
  expect(banxin('archive', 'restore', '2024-01-20', restored, ...library).status).toBe(0)
  expect(banxin('archive', 'add', issueFolder('archived', [whole], 'broadsheet-7'), ...library).status).toBe(0)
  const ambiguous = banxin('archive', 'show', '2024-01-20', ...library)
  expect(ambiguous.status).toBe(2)
  expect(ambiguous.stderr).toMatch(/cgrb\/2024-01-20\/2、cgrb\/2024-01-20\/1/u)
  expect(banxin('check', restored)).toMatchObject({ status: 0 })
})

test.each<readonly [what: string, args: readonly string[], words: string]>([
  ['no command', [], '没有写命令'],
  ['an unknown command', ['print'], 'print'],
  ['an unknown flag', ['check', 'x', '--fast'], '--fast'],
  ['a flag without its value', ['build', 'x', '--out'], '--out'],
  ['no place to write to', ['build', 'x'], '--out'],
  ['an unknown preset', ['build', 'x', '--out', 'y', '--preset', 'web'], 'newsprint-x1a、newsprint-x4'],
  ['archive files', ['archive', 'export', '2024-01-20', 'f'], '本版本还没有'],
  ['the digital edition', ['edition', 'x', '--out', 'y'], '本版本还没有'],
])('%s: one sentence, exit 2', (_, args, words) => {
  const { status, stdout, stderr } = banxin(...args)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain(words)
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
})
