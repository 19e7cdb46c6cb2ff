import type { zh } from './zh.ts'

/** The shape of the Chinese catalogue with its literal sentences widened: same keys, same parameters. */
type Wording<T> = T extends string ? string : T extends (...values: infer V) => string ? (...values: V) => string : { readonly [K in keyof T]: Wording<T[K]> }

export type Catalogue = Wording<typeof zh>
