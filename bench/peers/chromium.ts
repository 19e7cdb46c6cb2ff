/** Chromium's own layout of the same page and face: what a forced layout costs after a change of measure or text. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { blockText } from '../../src-core/document/blocks.ts'
import type { BenchPage } from '../page-text.ts'
import type { Timings } from '../statistics.ts'

const FACE = resolve(import.meta.dirname, '../../node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

function pageHtml({ headline, subtitle, blocks }: BenchPage): string {
  const body = blocks.map((block) =>
    block.role === 'crosshead' ? `<h3>${block.lines.map(escapeHtml).join('<br>')}</h3>` : `<p>${escapeHtml(blockText(block))}</p>`,
  )
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
@font-face { font-family: Bench; src: url(http://bench.invalid/face.ttf) }
.page { box-sizing: border-box; width: 390mm; height: 545mm; padding: 27.5mm 20mm; overflow: hidden; font-family: Bench }
header { height: 28mm; text-align: center } h1 { margin: 0; font: bold 36pt/46pt Bench } h2 { margin: 0; font: 18pt/26pt Bench }
.cols { height: 462mm; column-count: 6; column-gap: 5mm; column-fill: auto; font-size: 9pt; line-height: 13pt; text-align: justify }
.cols p { margin: 0; text-indent: 2em; orphans: 1; widows: 1 } .cols h3 { margin: 0; font: bold 10pt/13pt Bench; text-align: center; break-inside: avoid }
</style><div class="page"><header><h1>${escapeHtml(headline)}</h1><h2>${escapeHtml(subtitle)}</h2></header><div class="cols">${body.join('')}</div></div></html>`
}

export interface ChromiumLayout {
  readonly columnWidth: Timings
  readonly edit: Timings
}

export async function chromiumLayout(browser: Browser, content: BenchPage, rounds: number): Promise<ChromiumLayout> {
  const page = await browser.newPage({ viewport: { width: 1500, height: 2100 } })
  await page.route('http://bench.invalid/**', (route) =>
    route.fulfill({ body: readFileSync(FACE), contentType: 'font/ttf', headers: { 'access-control-allow-origin': '*' } }),
  )
  await page.setContent(pageHtml(content))
  await page.evaluate(() => document.fonts.ready)
  const result = await page.evaluate((count) => {
    const columns = document.querySelector<HTMLElement>('.cols')!
    const paragraphs = [...columns.querySelectorAll('p')]
    const last = paragraphs.at(-1)!
    const text = paragraphs[paragraphs.length >> 1]!.firstChild as Text
    // Asking where the last line fell makes the browser lay everything out.
    const force = () => last.getClientRects().length
    const measure = (change: (round: number) => void) => {
      const times: number[] = []
      for (let round = 0; round < count + 10; round++) {
        const start = performance.now()
        change(round)
        force()
        if (round >= 10) times.push(performance.now() - start)
      }
      times.sort((a, b) => a - b)
      return { median: times[Math.floor(count * 0.5)]!, p95: times[Math.floor(count * 0.95)]! }
    }
    force()
    const columnWidth = measure((round) => {
      columns.style.width = `${290 + round * 0.37}mm`
    })
    columns.style.width = ''
    const edit = measure((round) => {
      text.data = text.data.slice(0, 12) + String.fromCharCode(0x4e00 + round) + text.data.slice(13)
    })
    return { columnWidth, edit }
  }, rounds)
  await page.close()
  return result
}
