import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEditor, type Editor } from './support/editor.ts'

let editor: Editor

beforeAll(async () => {
  editor = await openEditor()
})
afterAll(() => editor.close())

test('the editor opens on the sample issue: its page is set and painted', async () => {
  const { page } = editor
  await page.getByText('第04版：要闻').first().waitFor()
  // The page is there when its canvas has ink.
  await page.waitForFunction(() =>
    [...document.querySelectorAll('canvas')].some((canvas) => {
      // Read from a copy: reading would slow the page's own canvas down.
      const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true })
      copy?.drawImage(canvas, 0, 0)
      const pixels = copy?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      let ink = 0
      for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 128 && (pixels[at + 3] ?? 0) > 128) ink += 1
      return ink > 2000
    }),
  )
  await editor.screenshot('open')
})

test('the address bar keeps no token', () => {
  expect(new URL(editor.page.url()).search).toBe('')
})

test('nothing is complained about: no error, no violation of the policy', () => {
  expect(editor.complaints).toEqual([])
})

test('inline scripts and foreign addresses are blocked by the policy', async () => {
  const blocked = await editor.page.evaluate(async () => {
    const seen = new Set<string>()
    const both = new Promise<void>((settle) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        if (seen.add(event.effectiveDirective).size === 2) settle()
      })
    })
    const script = document.createElement('script')
    script.textContent = 'window.wasRun = true'
    document.body.append(script)
    await fetch('http://127.0.0.1:9/').catch(() => {})
    await both
    return { seen: [...seen], ran: 'wasRun' in window }
  })
  expect(blocked.ran).toBe(false)
  expect(blocked.seen.toSorted()).toEqual(['connect-src', 'script-src-elem'])
})
