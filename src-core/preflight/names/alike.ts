/** Characters that are taken for one another in a name: read alike, as most people type, or drawn alike. */
import { READINGS } from './readings.ts'

/** Drawn nearly alike, read differently. */
const LOOK_ALIKE = ['己已巳', '未末', '士土', '治冶', '端瑞', '戊戌戍', '钧钓', '萍苹', '宇字', '宏宠', '桂柱', '栋拣', '晴睛', '祥详', '琳淋', '昊吴', '干千', '今令', '免兔', '汤扬杨', '瑶谣', '暖瑗', '毫亳', '菊鞠', '亭享', '辛幸', '沈沉', '晓晚', '凡几']

let lines: ReadonlyMap<string, ReadonlySet<number>> | null = null

/** Whether one of two different characters may have been written for the other. */
export function areAlike(one: string, other: string): boolean {
  const known = (lines ??= readLines())
  const of = known.get(other)
  return of !== undefined && [...(known.get(one) ?? [])].some((line) => of.has(line))
}

function readLines(): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>()
  for (const [line, characters] of [...READINGS.split('\n'), ...LOOK_ALIKE].entries()) {
    for (const character of characters) {
      const at = found.get(character)
      if (at) at.add(line)
      else found.set(character, new Set([line]))
    }
  }
  return found
}
