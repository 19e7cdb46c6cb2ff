import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from '../../../src-renderer/text/en.ts'
import { zh } from '../../../src-renderer/text/zh.ts'

const renderer = resolve(import.meta.dirname, '../../../src-renderer')
/** Words and the marks of a sentence; brackets may also be keys of a keyboard. */
const CHINESE = /[\p{Script=Han}\u3001\u3002\uff01\uff08\uff0c\uff1a\uff1b\uff1f]/u

/** Stand for what a sentence is told; each is found again in what it says. */
const MARKS = [1101, 2202, 3303, 4404]

/** Every sentence by its path, of functions what they say of the marks. */
function sentences(catalogue: object, path = ''): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(catalogue)) {
    const name = path ? `${path}.${key}` : key
    if (typeof value === 'string') found.set(name, value)
    else if (typeof value === 'function') found.set(name, say(value as Parameters<typeof say>[0]))
    else for (const [inner, sentence] of sentences(value as object, name)) found.set(inner, sentence)
  }
  return found
}

/** Some sentences take a list of names, the others numbers or names. */
function say(sentence: (...values: unknown[]) => string): string {
  try {
    return sentence(...MARKS)
  } catch {
    return sentence(...MARKS.map((mark) => [mark]))
  }
}

async function sources(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => /\.tsx?$/u.test(entry.name)).map((entry) => join(entry.parentPath, entry.name))
}

/** The code without comments: a comment may name a thing by its Chinese word. */
const withoutComments = (code: string) => code.replaceAll(/\/\*[\s\S]*?\*\//gu, '').replaceAll(/(^|\s)\/\/.*$/gmu, '')

describe('the catalogue of sentences', () => {
  it('says everything in both languages', () => {
    expect([...sentences(en).keys()]).toEqual([...sentences(zh).keys()])
    expect([...sentences(zh), ...sentences(en)].filter(([path, sentence]) => path !== 'unit.weekday' && sentence.trim() === '')).toEqual([])
  })

  it('says the same numbers and names in both', () => {
    const english = sentences(en)
    const told = (sentence: string) => MARKS.filter((mark) => sentence.includes(String(mark)))
    expect([...sentences(zh)].filter(([path, sentence]) => told(sentence).join() !== told(english.get(path) ?? '').join())).toEqual([])
  })

  it('has no Chinese left in the English', () => {
    expect([...sentences(en)].filter(([, sentence]) => CHINESE.test(sentence))).toEqual([])
  })

  it('is the only place with Chinese in the window’s code', async () => {
    const files = (await Promise.all(['panels', 'canvas', 'editor', 'host', 'theme'].map((folder) => sources(join(renderer, folder))))).flat()
    const stray: string[] = []
    for (const file of [...files, join(renderer, 'app.tsx'), join(renderer, 'main.tsx')]) {
      const lines = withoutComments(await readFile(file, 'utf8')).split('\n')
      // An error that the window words itself carries both languages, as those of the machine do.
      stray.push(...lines.filter((line) => CHINESE.test(line) && !/zh: .*en: /u.test(line)).map((line) => `${file.slice(renderer.length)}: ${line.trim()}`))
    }
    expect(stray).toEqual([])
  })

  it('has no sentence that nothing shows', async () => {
    const files = (await Promise.all(['panels', 'canvas', 'editor'].map((folder) => sources(join(renderer, folder))))).flat()
    const code = (await Promise.all([...files, join(renderer, 'app.tsx')].map((file) => readFile(file, 'utf8')))).join('\n')
    const keys = [...sentences(zh).keys()].map((path) => path.split('.').at(-1) as string)
    // Whole families are looked up by what they are about: a role, a face, a state.
    const families = /^(unit|role|face|page\.(ink|states|presets)|faces\.(embedding|embeddingRefused)|house\.(choices|patternFaults)|decoration\.(lines|borders|figures))\b/u
    const unused = [...sentences(zh).keys()].filter((path, index) => !families.test(path) && !new RegExp(`\\b${keys[index]}\\b`, 'u').test(code))
    expect(unused).toEqual([])
  })
})
