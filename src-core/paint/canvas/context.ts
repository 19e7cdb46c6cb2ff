/**
 * The part of a 2D canvas that we paint with: the window's canvases and @napi-rs/canvas both fit it, so one painter
 * serves the screen and the PNG.
 */
/** Whatever the host's `drawImage` takes. */
export type CanvasImage = object

export interface CanvasContext {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  save(): void
  restore(): void
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void
  beginPath(): void
  rect(x: number, y: number, width: number, height: number): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  clip(): void
  stroke(): void
  createLinearGradient(x1: number, y1: number, x2: number, y2: number): { addColorStop(offset: number, color: string): void }
  fillRect(x: number, y: number, width: number, height: number): void
  drawImage(
    image: CanvasImage,
    sourceX: number,
    sourceY: number,
    sourceWidth: number,
    sourceHeight: number,
    x: number,
    y: number,
    width: number,
    height: number,
  ): void
}
