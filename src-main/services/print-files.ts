/** What pages are printed with: standard, condition and profile, as the PDF painter and the pictures take them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { failure } from '../../src-core/api/errors.ts'
import type { LocalText } from '../../src-core/api/methods.ts'
import { PRINT_CONDITIONS, PRINT_PRESETS, type PlantProfile, type PrintConditionId, type PrintPresetId } from '../../src-core/document/print.ts'
import type { PrintSeparation } from './print-pictures.ts'
import type { OutputCondition, PrintFile } from '../pdf/standards.ts'
import type { ProfileSource } from '../storage/profiles.ts'
import { programRoot } from './program-root.ts'

/** Names of the registry of characterisation data, and the profiles that ship (assets/icc/README.md). */
const CONDITIONS: Readonly<Record<PrintConditionId, { readonly identifier: string; readonly description: string; readonly file: string }>> = {
  newsprint: { identifier: 'CGATS TR 002', description: 'Coldset offset on newsprint, SNAP 2007', file: 'newsprint-snap-tr002.icc' },
  coated: { identifier: 'CGATS TR 006', description: 'Sheet-fed offset on coated paper, GRACoL 2007', file: 'coated-gracol-tr006.icc' },
}

/** A plant's profile with its bytes. */
export interface OpenProfile extends PlantProfile {
  readonly path: string
  readonly bytes: Uint8Array
}

const loaded = new Map<PrintConditionId, OutputCondition>()
const plants = new Map<string, OutputCondition>()

/** Null for a preset that makes no file to print from. */
export function printFile(preset: PrintPresetId, profile: OpenProfile | null = null): PrintFile | null {
  const { standard, condition } = PRINT_PRESETS[preset]
  if (standard === null) return null
  return { standard, condition: profile ? plantCondition(profile) : outputCondition(condition) }
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

/** No registry knows a plant's own condition: its profile says it all. */
function plantCondition({ hash, name, bytes }: OpenProfile): OutputCondition {
  const known = plants.get(hash)
  if (known) return known
  const condition: OutputCondition = { identifier: 'Custom', description: name, profile: bytes, unregistered: true }
  plants.set(hash, condition)
  return condition
}

/** How pictures become inks for a preset's condition. */
export function separation(preset: PrintPresetId, profile: OpenProfile | null = null): PrintSeparation {
  const { condition } = PRINT_PRESETS[preset]
  return profile ? { condition, profile: profile.path, inkLimit: profile.inkLimit } : { condition, profile: profilePath(condition), inkLimit: PRINT_CONDITIONS[condition].inkLimit }
}

function profilePath(condition: PrintConditionId): string {
  return join(programRoot(), 'assets/icc', CONDITIONS[condition].file)
}

/**
 * The house's profile for such files; null where it has none, or the preset makes no file for print. Throws
 * {@link ApiFailure}: pages must not go to print in colours that nobody chose.
 */
export function plantProfile(preset: PrintPresetId | undefined, profile: PlantProfile | undefined, profiles: ProfileSource | null): OpenProfile | null {
  if (!profile || (preset && PRINT_PRESETS[preset].standard === null)) return null
  const file = profiles?.read(profile.hash)
  if (!file || typeof file.bytes === 'string') {
    throw failure(
      'unreadable-file',
      { zh: `印厂的色彩特性文件「${profile.name}」不在报库里，或已损坏，没有输出。`, en: `The plant's profile ${profile.name} is not in the library, or damaged; nothing was exported.` },
      { zh: '请在报纸样式的“印刷”里重新添加它，或改用程序自带的。', en: 'Add it again under Print in the house style, or use the program’s own.' },
    )
  }
  const version = file.bytes[8] ?? 0
  if (preset && PRINT_PRESETS[preset].standard === 'x1a' && version > 2) {
    throw failure(
      'bad-input',
      { zh: `印厂的色彩特性文件「${profile.name}」是 ICC 第 ${version} 版，PDF/X-1a 只能用第 2 版，没有输出。`, en: `The plant's profile ${profile.name} is of ICC version ${version}; PDF/X-1a takes version 2 only. Nothing was exported.` },
      { zh: '请改用 PDF/X-4，或向印厂要第 2 版的文件。', en: 'Choose PDF/X-4, or ask the plant for a version 2 profile.' },
    )
  }
  return { ...profile, path: file.path, bytes: file.bytes }
}

/** Throws {@link ApiFailure} for proofs: nobody prints from colours of the screen under a watermark. */
export function requirePrintable(preset: PrintPresetId | 'plain'): void {
  if (preset === 'plain' || PRINT_PRESETS[preset].standard !== null) return
  throw failure(
    'bad-input',
    { zh: '付印文件选的是校样，印厂不能用它印，没有传版。', en: 'The files are to be proofs, which no plant can print from; nothing was sent.' },
    { zh: '请在报纸样式的“印刷”里选 PDF/X，再传版。', en: 'Choose PDF/X under Print in the house style, then send.' },
  )
}

/** What the files' colours are made for, in the words of a 传版单. */
export function conditionName(preset: PrintPresetId, profile: PlantProfile | undefined): string {
  return profile?.name ?? CONDITIONS[PRINT_PRESETS[preset].condition].identifier
}

/** What an editor must be told of files made with a general profile. */
export function profileNotice(preset: PrintPresetId, profile?: PlantProfile): LocalText | null {
  const { standard, condition } = PRINT_PRESETS[preset]
  if (standard === null || profile) return null
  const { identifier } = CONDITIONS[condition]
  return {
    zh: `还没有设印厂自己的色彩特性文件，输出用的是通用的 ${identifier}，付印前请与印厂核对。`,
    en: `No profile of the plant is set; the files are made for the general condition ${identifier}. Check with the plant before printing.`,
  }
}
