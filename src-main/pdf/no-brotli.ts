/** Stands in for fontkit's brotli in the build: no web font gets so far (src-core/fonts/sfnt.ts refuses WOFF2). */
export default function decompress(): never {
  throw new Error('WOFF2 is not read')
}
