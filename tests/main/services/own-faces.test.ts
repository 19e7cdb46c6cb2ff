/** docs/typesetting.md, part 13: editors' own faces, from the file to the printed page. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as opentype from 'opentype.js/dist/opentype.mjs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ApiEvent, FaceSummary } from '../../../src-core/api/methods.ts'
import { failure } from '../../../src-core/api/errors.ts'
import { unpackOutlines } from '../../../src-core/fonts/outline-pack.ts'
import { facesFor } from '../../../src-main/cli/faces.ts'
import { bundledFaceFiles } from '../../../src-main/services/face-files.ts'
import { openFaces } from '../../../src-main/services/faces.ts'
import type { FaceTask } from '../../../src-main/services/face-worker.ts'
import { runThread } from '../../../src-main/services/run-thread.ts'
import { FaceStore } from '../../../src-main/storage/faces.ts'
import { sha256 } from '../../../src-main/storage/files.ts'
import { collectionOf, smallFace, withFsType, withTable } from '../../core/fonts/small-face.ts'
import { endOf, openServices, refusal, smallIssue, type OpenServices } from './test-services.ts'

// Threads read faces whole; what answers the window never does.
vi.mock('opentype.js/dist/opentype.mjs', { spy: true })
afterEach(() => expect(opentype.parse).not.toHaveBeenCalled())

async function importFile(services: OpenServices, bytes: Uint8Array, name = '小标宋.otf', member = 0): Promise<Extract<ApiEvent, { job: string }>> {
  const { job } = await services.api.call('faces.import', { name, bytes, member })
  return endOf(services, job)
}

async function imported(services: OpenServices, bytes: Uint8Array, name?: string, member?: number): Promise<FaceSummary> {
  const end = await importFile(services, bytes, name, member)
  if (end.type !== 'job.done' || !end.face) throw new Error(JSON.stringify(end))
  return end.face
}

/** The same bytes each time: a font file has the time of its making in it. */
const SMALL = smallFace()

const song = () => readFileSync(bundledFaceFiles().find(({ id }) => id === 'song')!.path)

/** A page whose headline is set in the face, exported. */
async function printed(services: OpenServices, face: string): Promise<Extract<ApiEvent, { job: string }>> {
  const { issue, revision } = await smallIssue(services.api)
  const { document } = await services.api.call('issues.open', { issue })
  const story = document.records['story']!
  await services.api.call('issues.commit', { issue, revision, change: [{ id: 'story', before: story, after: { ...story, headline: { headline: { face, size: 24 } } } as typeof story }] })
  const { job } = await services.api.call('export.start', { issue, pages: [], kind: 'page' })
  return endOf(services, job)
}

describe('an own face', () => {
  it('13.14 is read once, kept by its hash, and at hand in the next start without its being parsed', async () => {
    const services = openServices()
    const face = await imported(services, SMALL)
    expect(face).toMatchObject({ id: `Small Regular@${sha256(SMALL)}`, name: 'Small Regular', embedding: 'allowed', own: true, fileName: '小标宋.otf' })
    expect(services.events).toContainEqual({ type: 'faces.changed' })
    expect(readFileSync(join(services.folder, 'fonts', face.hash.slice(0, 2), `${face.hash}.otf`)).equals(SMALL)).toBe(true)
    const again = openServices(services.folder)
    expect((await again.api.call('faces.list', {})).find(({ id }) => id === face.id)).toEqual(face)
    expect((await again.api.call('faces.index', { face: face.id })).bytes.length).toBeGreaterThan(100)
    expect((await again.api.call('faces.coverage', { face: face.id })).lacks[0]).toBe(27_583)
  })

  it('13.14 stands in the PDF as itself, and comes back from a TrueType file glyph by glyph', async () => {
    const services = openServices()
    const face = await imported(services, song(), 'NotoSerif.ttf')
    expect((await services.api.call('faces.outlines', { face: face.id, glyphs: [100, 101] })).bytes.length).toBeGreaterThan(100)
    const end = await printed(services, face.id)
    if (end.type !== 'job.done') throw new Error(JSON.stringify(end))
    expect(execFileSync('pdffonts', [end.files[0]!.path], { encoding: 'utf8' })).toMatch(/NotoSerifSC-Regular\s+CID TrueType/u)
  })

  it('13.10 may be a member of a collection, also one with CFF outlines', async () => {
    const services = openServices()
    const collection = collectionOf([smallFace(0, 'First'), smallFace(0, 'Second')])
    expect((await services.api.call('faces.members', { name: '合集.ttc', bytes: collection })).members.map(({ name }) => name)).toEqual(['First Regular', 'Second Regular'])
    const face = await imported(services, collection, '合集.ttc', 1)
    expect(face.name).toBe('Second Regular')
    expect(unpackOutlines((await services.api.call('faces.outlines', { face: face.id, glyphs: [1] })).bytes).get(1)!().slice(0, 6)).toEqual([0, 100, 0, 1, 900, 0])
    const { issue, revision } = await smallIssue(services.api)
    const { document } = await services.api.call('issues.open', { issue })
    const article = document.records['printed']!
    const story = document.records['story']!
    await services.api.call('issues.commit', {
      issue,
      revision,
      change: [
        { id: 'printed', before: article, after: { ...article, headline: '口口口' } as typeof article },
        { id: 'story', before: story, after: { ...story, headline: { headline: { face: face.id, size: 24 } } } as typeof story },
      ],
    })
    const end = await endOf(services, (await services.api.call('export.start', { issue, pages: [], kind: 'page' })).job)
    if (end.type !== 'job.done') throw new Error(JSON.stringify(end))
    expect(execFileSync('pdffonts', [end.files[0]!.path], { encoding: 'utf8' })).toMatch(/Second.*CID Type 0C/u)
    expect(execFileSync('pdftotext', [end.files[0]!.path, '-'], { encoding: 'utf8' })).toContain('口口口')
  })

  it('13.11 that may not be embedded is taken in, said to be so, and never printed', async () => {
    const services = openServices()
    const face = await imported(services, withFsType(Uint8Array.from(song()), 0x0002), '受限.ttf')
    expect(face.embedding).toBe('restricted')
    expect(await printed(services, face.id)).toMatchObject({ type: 'job.failed', error: { message: { zh: expect.stringContaining('不准嵌入') } } })
    const exports = join(services.folder, 'exports', '20240120')
    expect(existsSync(exports) ? readdirSync(exports) : []).toEqual([])
  })

  it('13.14 is found by the command line in the library, for an issue that names it', async () => {
    const services = openServices()
    const face = await imported(services, SMALL)
    const { issue } = await smallIssue(services.api)
    const { document } = await services.api.call('issues.open', { issue })
    expect((await facesFor(document, services.folder)).set.ids).not.toContain(face.id)
    const story = document.records['story']!
    const named = { records: { ...document.records, story: { ...story, headline: { headline: { face: face.id, size: 24 } } } as typeof story } }
    expect((await facesFor(named, services.folder)).set.face(face.id)?.hash).toBe(face.hash)
    expect((await facesFor(named, join(services.folder, 'nowhere'))).set.ids).not.toContain(face.id)
  })

  it('13.15 is renamed, and when it is taken away stays for the pages of the archive alone', async () => {
    const services = openServices()
    const face = await imported(services, SMALL)
    await services.api.call('faces.rename', { face: face.id, name: '报头专用' })
    await services.api.call('faces.remove', { face: face.id })
    const [last] = (await services.api.call('faces.list', {})).slice(-1)
    expect(last).toMatchObject({ id: face.id, name: '报头专用', retired: true })
    expect(await refusal(services.api.call('faces.rename', { face: face.id, name: '又来' }))).toBe('not-found')
    const { set } = await openFaces({ cache: join(services.folder, 'faces'), own: new FaceStore(services.folder) })
    expect([set.ids.includes(face.id), set.chain(face.id)[0]!.id, set.face(face.id)?.hash]).toEqual([false, 'song', face.hash])
    expect((await imported(services, SMALL)).retired).toBeUndefined()
  })

  it('13.14 whose index is of another version is left out until it has been read again, behind the window’s back', async () => {
    const services = openServices()
    const face = await imported(services, SMALL)
    rmSync(join(services.folder, 'faces', `${face.hash}.index`))
    const again = openServices(services.folder)
    expect((await again.api.call('faces.list', {})).some(({ id }) => id === face.id)).toBe(false)
    await expect.poll(() => again.events.some(({ type }) => type === 'faces.changed'), { timeout: 30_000 }).toBe(true)
    expect((await again.api.call('faces.list', {})).some(({ id }) => id === face.id)).toBe(true)
  })
})

describe('a font file that is none', () => {
  const hostile: readonly (readonly [string, Uint8Array, string])[] = [
    ['text', Buffer.from('not a font at all'), '不是字体文件'],
    ['a web font', Buffer.concat([Buffer.from('wOF2'), Buffer.alloc(100)]), '网页字体'],
    ['cut short', smallFace().subarray(0, 700), '已损坏'],
    ['a cmap of four milliard characters', withTable(smallFace(), 'cmap', Uint8Array.from([0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0, 0, 0, 0, 28, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 1])), '已损坏'],
    ['charstrings of nonsense', withTable(smallFace(), 'CFF ', Uint8Array.from({ length: 400 }, (_, at) => (at * 37) & 255)), '已损坏'],
    ['empty', new Uint8Array(0), '已损坏'],
  ]
  it.each(hostile)('13.12 is refused in a sentence with the file’s name, and nothing is stored: %s', async (_, bytes, sentence) => {
    const services = openServices()
    const end = await importFile(services, bytes)
    expect(end).toMatchObject({ type: 'job.failed', error: { code: 'unreadable-file', message: { zh: expect.stringMatching(new RegExp(`小标宋\\.otf.*${sentence}`, 'u')) } } })
    expect(existsSync(join(services.folder, 'fonts'))).toBe(false)
    expect((await services.api.call('faces.list', {})).every(({ own }) => !own)).toBe(true)
  })

  it('13.12 cannot hold the program up: the thread that reads it is ended after its time, and when the editor cancels', async () => {
    const services = openServices()
    const task: FaceTask = { kind: 'import', library: services.folder, name: 'a.ttf', bytes: song(), member: 0, addedAt: '' }
    const beyond = failure('unreadable-file', { zh: '没有尽头', en: 'no end' })
    const hooks = { signal: new AbortController().signal, progress: () => {} }
    await expect(runThread('face-worker', task, hooks, { milliseconds: 1, megabytes: 512, beyond })).rejects.toBe(beyond)
    await expect(runThread('face-worker', task, hooks, { milliseconds: 60_000, megabytes: 4, beyond })).rejects.toBe(beyond)
    const { job } = await services.api.call('faces.import', { name: 'a.ttf', bytes: song(), member: 0 })
    await services.api.call('jobs.cancel', { job })
    expect((await endOf(services, job)).type).toBe('job.cancelled')
    expect(existsSync(join(services.folder, 'fonts'))).toBe(false)
  })
})
