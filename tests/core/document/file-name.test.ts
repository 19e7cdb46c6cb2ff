import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileName, ISSUE_FILE_NAME, PAGE_FILE_NAME, patternFault } from '../../../src-core/document/file-name.ts'

const facts = { code: 'cgrb', date: '2024-01-20', page: 'A04', version: 1, section: '要闻' }

describe('names of files for a plant', () => {
  it('follow the plant’s pattern', () => {
    expect(fileName(PAGE_FILE_NAME, facts)).toBe('20240120-A04')
    expect(fileName(ISSUE_FILE_NAME, facts)).toBe('20240120')
    expect(fileName('{code}_{date}_{page}{section}_V{version}', facts)).toBe('cgrb_20240120_A04要闻_V1')
    expect(fileName('{page}{section}', { ...facts, section: '文化/副刊: "周末"' })).toBe('A04文化_副刊_ _周末_')
  })

  it('tell a later version, unless the pattern does or the plant wants the file replaced', () => {
    const later = { ...facts, version: 3 }
    expect(fileName('{date}-{page}', later)).toBe('20240120-A04-v3')
    expect(fileName('{date}-{page}.{version}', later)).toBe('20240120-A04.3')
    expect(fileName('{date}-{page}', later, true)).toBe('20240120-A04')
  })

  it('refuse patterns that lead out of the folder, that a system takes for no name, or that name two pages alike', () => {
    const refused = { '': 'empty', '  ': 'empty', '../{page}': 'unfit', '{date}/{page}': 'unfit', 'C:{page}': 'unfit', '.{page}': 'unfit', '{page} ': 'unfit', '{page}\n': 'unfit', '{page}{': 'unfit', '{pag}-{page}': 'unknown-field', '{date}': 'no-page' }
    for (const [pattern, fault] of Object.entries(refused)) expect(patternFault(pattern, 'page'), pattern).toBe(fault)
    expect(patternFault('{date}-{page}', 'issue')).toBe('unknown-field')
    expect(patternFault(`${'a'.repeat(80)}{page}`, 'page')).toBe('too-long')
    for (const [pattern, of] of [[PAGE_FILE_NAME, 'page'], [ISSUE_FILE_NAME, 'issue'], ['第{page}版', 'page']] as const) expect(patternFault(pattern, of)).toBeNull()
  })

  it('differ for every page and version, whatever a sound pattern and a section are', () => {
    const part = fc.constantFrom('{code}', '{date}', '{section}', '{version}', '-', '_', '版', 'v')
    const pattern = fc.tuple(fc.array(part, { maxLength: 3 }), fc.array(part, { maxLength: 3 })).map(([before, after]) => [...before, '{page}', ...after].join(''))
    const page = fc.record({ page: fc.constantFrom('01', '02', 'A01', 'B12'), version: fc.integer({ min: 1, max: 3 }), section: fc.constantFrom('要闻', '副刊/文化', '..', '') })
    fc.assert(
      fc.property(pattern, page, (written, one) => {
        fc.pre(patternFault(written, 'page') === null)
        const name = fileName(written, { ...facts, ...one })
        expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}]|\{/u)
        expect(name).toContain(one.page)
        if (one.version > 1) expect(name).not.toBe(fileName(written, { ...facts, ...one, version: 1 }))
      }),
    )
  })
})
