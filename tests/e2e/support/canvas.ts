/** What an editor does on the page, in cells instead of pixels. */
import type { Locator, Page } from 'playwright-core'
import { areaRect, GRID_PRESETS, POINTS_PER_MILLIMETRE, type Area } from '../../../src-core/document/grid.ts'
import { cameraAt, fitZoom, toWindow, type Point } from '../../../src-renderer/canvas/camera.ts'

/** Tests lay out broadsheet pages, shown whole. */
const grid = GRID_PRESETS['broadsheet']!
const trim = { width: grid.trim.width * POINTS_PER_MILLIMETRE, height: grid.trim.height * POINTS_PER_MILLIMETRE }

export const canvas = (page: Page): Locator => page.getByRole('application', { name: '版面' })

/** What is told of the selection to those who hear the page. */
export const selection = (page: Page): Locator => page.getByTestId('page-selection')

/** A place in an area of cells: 0 is its left or top edge, 1 its right or bottom. */
export async function pointIn(page: Page, area: Area, across = 0.5, down = 0.5): Promise<Point> {
  const box = await canvas(page).boundingBox()
  if (!box) throw new Error('the page is not in sight')
  const camera = cameraAt(trim, fitZoom('page', trim, box), box, { x: 0, y: 0 }, 1)
  const { x, y, width, height } = areaRect(grid, area)
  const point = toWindow(camera, { x: x + across * width, y: y + down * height })
  return { x: box.x + point.x, y: box.y + point.y }
}

export const cell = (column: number, line: number): Area => ({ column, line, columns: 1, lines: 1 })

/** Presses, moves as a hand does, and lets go; `held` looks before the button is up. */
export async function drag(page: Page, from: Point, to: Point, held?: () => Promise<void>): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await held?.()
  await page.mouse.up()
}

export async function saved(page: Page): Promise<void> {
  await page.getByText('已保存').waitFor()
}
