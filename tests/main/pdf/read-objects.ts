/** The objects of a PDF as qpdf understands them. */
import { execFileSync } from 'node:child_process'

export type Value = string | number | boolean | null | Value[] | { [key: string]: Value }
export type Dictionary = { [key: string]: Value }

export interface ReadObjects {
  readonly trailer: Dictionary
  /** What a reference leads to, or the value itself; of a stream its dictionary. */
  at(reference: Value | undefined): Dictionary
  readonly all: readonly Value[]
}

export function readObjects(file: string): ReadObjects {
  const [, found] = (JSON.parse(execFileSync('qpdf', ['--json', file], { encoding: 'utf8', maxBuffer: 1 << 28 })) as { qpdf: [unknown, Record<string, { value?: Value; stream?: { dict: Dictionary } }>] }).qpdf
  const valueOf = (key: string): Value => found[key]?.value ?? found[key]?.stream?.dict ?? null
  const at = (reference: Value | undefined): Dictionary => (typeof reference === 'string' && reference.endsWith(' R') ? valueOf(`obj:${reference}`) : reference) as Dictionary
  return { trailer: valueOf('trailer') as Dictionary, at, all: Object.keys(found).map(valueOf) }
}

export function dictionariesOf({ all }: ReadObjects): readonly Dictionary[] {
  const found: Dictionary[] = []
  const visit = (value: Value): void => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (typeof value === 'object' && value !== null) {
      found.push(value)
      Object.values(value).forEach(visit)
    }
  }
  all.forEach(visit)
  return found
}
