/** What we use of `fontkit` 2.0: a face that pdfkit takes. */
declare module 'fontkit' {
  interface Font {
    readonly postscriptName: string
  }
  export function create(bytes: Uint8Array): Font
}
