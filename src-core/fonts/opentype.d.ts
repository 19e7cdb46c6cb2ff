/**
 * The part of opentype.js 2.0.0 that we use; the package has no types. Named by its ES module file, since Node finds
 * the UMD build under the bare name and bundlers the other.
 */
declare module 'opentype.js/dist/opentype.mjs' {
  export interface PathCommand {
    readonly type: 'M' | 'L' | 'Q' | 'C' | 'Z'
    readonly x: number
    readonly y: number
    readonly x1: number
    readonly y1: number
    readonly x2: number
    readonly y2: number
  }

  export interface Glyph {
    readonly advanceWidth: number
    readonly path: { readonly commands: readonly PathCommand[] }
    getBoundingBox(): { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }
  }

  export interface VariationSelector {
    readonly nonDefaultUVS?: {
      readonly uvsMappings: Readonly<Record<string, { readonly unicodeValue: number; readonly glyphID: number }>>
    }
  }

  export interface Font {
    readonly unitsPerEm: number
    readonly numGlyphs: number
    readonly glyphs: { get(index: number): Glyph }
    readonly substitution: {
      getSingle(feature: string, script: string, language?: string): readonly { readonly sub: number; readonly by: number }[]
    }
    readonly names: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>
    readonly tables: {
      readonly cmap: {
        readonly glyphIndexMap: Readonly<Record<string, number>>
        readonly varSelectorList?: Readonly<Record<string, VariationSelector>>
      }
      readonly os2?: { readonly fsType: number; readonly sTypoAscender: number; readonly sTypoDescender: number }
    }
  }

  /** Low memory leaves glyphs unread until asked for: a fourth of the time on a CJK face. */
  export function parse(buffer: ArrayBuffer, options?: { lowMemory?: boolean }): Font
}
