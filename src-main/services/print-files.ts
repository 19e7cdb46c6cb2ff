/** A print preset as the PDF painter takes it: standard, condition and profile. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LocalText } from '../../src-core/api/methods.ts'
import { PRINT_CONDITIONS, PRINT_PRESETS, type PrintConditionId, type PrintPresetId } from '../../src-core/document/print.ts'
import type { Separation } from '../images/picture.ts'
import type { OutputCondition, PrintFile } from '../pdf/standards.ts'
import { programRoot } from './program-root.ts'

/** Names of the registry of characterisation data, and the profiles that ship (assets/icc/README.md). */
const CONDITIONS: Readonly<Record<PrintConditionId, { readonly identifier: string; readonly description: string; readonly file: string }>> = {
  newsprint: { identifier: 'CGATS TR 002', description: 'Coldset offset on newsprint, SNAP 2007', file: 'newsprint-snap-tr002.icc' },
  coated: { identifier: 'CGATS TR 006', description: 'Sheet-fed offset on coated paper, GRACoL 2007', file: 'coated-gracol-tr006.icc' },
}

const loaded = new Map<PrintConditionId, OutputCondition>()

/** Null for a preset that makes no file to print from. */
export function printFile(preset: PrintPresetId): PrintFile | null {
  const { standard, condition } = PRINT_PRESETS[preset]
  return standard === null ? null : { standard, condition: outputCondition(condition) }
}

/** The profile is read once, so that what is made of it can be kept by it. */
function outputCondition(id: PrintConditionId): OutputCondition {
  const known = loaded.get(id)
  if (known) return known
  const { identifier, description } = CONDITIONS[id]
  const condition = { identifier, description, profile: readFileSync(profilePath(id)) }
  loaded.set(id, condition)
  return condition
}

/** How pictures become inks for a preset's condition. */
export function separation(preset: PrintPresetId): Separation {
  const { condition } = PRINT_PRESETS[preset]
  return { profile: profilePath(condition), inkLimit: PRINT_CONDITIONS[condition].inkLimit }
}

function profilePath(condition: PrintConditionId): string {
  return join(programRoot(), 'assets/icc', CONDITIONS[condition].file)
}

/** What an editor must be told of files made with a general profile. */
export function profileNotice(preset: PrintPresetId): LocalText | null {
  const { standard, condition } = PRINT_PRESETS[preset]
  if (standard === null) return null
  const { identifier } = CONDITIONS[condition]
  return {
    zh: `还没有设印厂自己的色彩特性文件，输出用的是通用的 ${identifier}，付印前请与印厂核对。`,
    en: `No profile of the plant is set; the files are made for the general condition ${identifier}. Check with the plant before printing.`,
  }
}
