/**
 * Stands in, in the build, for what pdfkit and fontkit load and we never call: fontkit inside pdfkit (compact-fonts.ts gives
 * it opened fonts), its breaking of lines, and brotli (no WOFF2 gets so far, src-core/fonts/sfnt.ts).
 */
export function create(): never {
  throw new Error('left out of the build')
}

export default create
