/** Window rows, in Chromium without a GPU: start to a painted page, and frames while a story is dragged. */
import { rm } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { startHost } from '../tests/e2e/support/editor.ts'
import type { Row } from './rows.ts'
import { summarise } from './statistics.ts'

const STARTS = 7
const DRAG_STEPS = 160

export async function windowRows(browser: Browser): Promise<readonly Row[]> {
  const host = await startHost()
  try {
    const starts: number[] = []
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    await page.goto(host.url)
    await painted(page)
    for (let round = 0; round < STARTS; round++) {
      await page.reload({ waitUntil: 'commit' })
      starts.push(await painted(page))
    }
    const frames = summarise(await dragFrames(page))
    return [
      { name: 'window usable after start, page painted', ours: summarise(starts).median, peer: ['limit of 1.5 s', 1500], gate: 1, goal: 1 / 3 },
      { name: 'frame while dragging a story, median', ours: frames.median, peer: ['limit of 22 ms', 22], gate: 1, goal: 16.7 / 22 },
      { name: 'frame while dragging a story, 95th percentile', ours: frames.p95, peer: ['limit of 22 ms', 22], gate: 2, goal: 16.7 / 22 },
    ]
  } finally {
    await host.stop()
    await rm(host.library, { recursive: true, force: true })
  }
}

/** How often the canvas is looked at, in ms: reading pixels holds up the very window that is measured. */
const POLLING = 50

/** Milliseconds from the start of navigation until a part of the page's text stands on the canvas. */
async function painted(page: Page): Promise<number> {
  const handle = await page.waitForFunction(
    () => {
      const canvas = document.querySelector('canvas')
      const [x, y] = canvas ? [Math.round(canvas.width * 0.25), Math.round(canvas.height * 0.2)] : [0, 0]
      const pixels = canvas?.getContext('2d')?.getImageData(x, y, 200, 150).data ?? []
      let dark = 0
      for (let at = 0; at < pixels.length; at += 4) if (pixels[at]! < 80 && pixels[at + 3]! > 128) dark++
      return dark > 200 ? performance.now() : 0
    },
    undefined,
    { polling: POLLING },
  )
  return handle.jsonValue()
}

/** Intervals between animation frames while the lead story goes back and forth by columns and lines. */
async function dragFrames(page: Page): Promise<readonly number[]> {
  const box = await page.locator('canvas').first().boundingBox()
  if (!box) throw new Error('the window shows no page')
  const [x, y] = [box.x + box.width * 0.4, box.y + box.height * 0.3]
  await page.mouse.click(x, y)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { benchFrames: times })
    const tick = (time: number) => {
      times.push(time)
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  for (let step = 0; step < DRAG_STEPS; step++) {
    await page.mouse.move(x + 130 * Math.sin(step / 9), y + 90 * Math.sin(step / 5))
  }
  const times = await page.evaluate(() => (window as unknown as { benchFrames: number[] }).benchFrames)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  return times.slice(1).map((time, index) => time - times[index]!).slice(5)
}
