/**
 * 报纸样式: everything that the paper decides once, in groups and to be found by words. It stands beside the page, where
 * every change shows at once; what differs from the default is marked.
 */
import { Button, Switch } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { setHouseStyle, type HouseFields } from '../../../src-core/commands/issue.ts'
import type { PlantProfile as PlantProfileRecord, PrintSettings } from '../../../src-core/document/print.ts'
import { issueOf } from '../../../src-core/document/records.ts'
import { DEFAULT_HOUSE_STYLE, type HouseStyle } from '../../../src-core/document/style.ts'
import { useText } from '../../text/language.ts'
import { useCommand, useEditor } from '../editor-window.ts'
import { SearchField } from '../fields/search-field.tsx'
import { CompositesTable } from './composites-table.tsx'
import { FallbacksTable } from './fallbacks-table.tsx'
import { HeadlineTable } from './headline-table.tsx'
import { PlantProfile } from './plant-profile.tsx'
import { SettingRow } from './setting-row.tsx'
import { isChanged, SETTINGS, withSetting, type Setting } from './settings.ts'
import { SizeTable } from './size-table.tsx'
import { SwatchTable } from './swatch-table.tsx'
import { VerticalTable } from './vertical-table.tsx'
import styles from './house.module.css'

type Group = keyof ReturnType<typeof useText>['house']['groups']
const GROUPS: readonly Group[] = ['headlines', 'sizes', 'body', 'paragraph', 'lines', 'justify', 'marks', 'colors', 'page', 'print', 'faces']

export default function HouseStyleDialog() {
  const text = useText()
  const document = useEditor((state) => state.document)
  const [group, setGroup] = useState<Group>('headlines')
  const [words, setWords] = useState('')
  /** Another one is an empty search field. */
  const [search, setSearch] = useState(0)
  const [changedOnly, setChangedOnly] = useState(false)
  if (!document) return null
  const { style } = issueOf(document)
  const changed = (one: Group) => SETTINGS.filter((setting) => setting.group === one && isChanged(style, setting)).length + changedTables(style, one)
  const total = GROUPS.reduce((sum, one) => sum + changed(one), 0)
  const filtered = words !== '' || changedOnly
  const show = (one: Group) => {
    setGroup(one)
    setChangedOnly(false)
    setWords('')
    setSearch(search + 1)
  }
  return (
    <div className={styles.dialog}>
      <div className={styles.bar}>
        <SearchField key={search} label={text.house.search} clearLabel={text.house.clearSearch} onWords={setWords} />
        <Switch label={text.house.onlyChanged} checked={changedOnly} onChange={(event) => setChangedOnly(event.currentTarget.checked)} />
        <span className={styles.count}>{total > 0 && text.house.changedCount(total)}</span>
      </div>
      <div className={styles.body}>
        <nav className={styles.groups} aria-label={text.house.title}>
          {GROUPS.map((one) => (
            <button key={one} type="button" aria-current={!filtered && one === group ? 'true' : undefined} data-changed={changed(one) > 0 || undefined} onClick={() => show(one)}>
              {text.house.groups[one]}
            </button>
          ))}
        </nav>
        <div className={styles.pane}>
          {filtered ? <Found style={style} words={words} changedOnly={changedOnly} changed={changed} /> : <GroupPane group={group} style={style} />}
        </div>
      </div>
    </div>
  )
}

interface FoundProps {
  readonly style: HouseStyle
  readonly words: string
  readonly changedOnly: boolean
  changed(group: Group): number
}

/** The settings that the words or the filter leave, by group. */
function Found({ style, words, changedOnly, changed }: FoundProps) {
  const text = useText()
  const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean)
  const says = (...texts: readonly (string | undefined)[]) => wanted.every((word) => texts.some((one) => one?.toLowerCase().includes(word)))
  const found = GROUPS.map((group) => {
    const title = text.house.groups[group]
    const settings = SETTINGS.filter((setting) => setting.group === group && (!changedOnly || isChanged(style, setting)))
    const matching = settings.filter(({ id }) => says(title, text.house.settings[id], text.house.keywords[id], ...Object.values(text.house.choices[id] ?? {})))
    const tables = (says(title, ...tableWords(text, group)) && TABLED.includes(group) && (!changedOnly || changedTables(style, group) > 0)) || false
    return { group, title, settings: matching, tables }
  }).filter(({ settings, tables }) => settings.length > 0 || tables)
  if (found.length === 0) return <p className={styles.intro}>{changedOnly && GROUPS.every((group) => changed(group) === 0) ? text.house.nothingChanged : text.house.nothingFound}</p>
  return found.map(({ group, title, settings, tables }) => (
    <section key={group} aria-label={title} className={styles.part}>
      <h3>{title}</h3>
      <Settings settings={settings} style={style} />
      {tables && <Tables group={group} style={style} />}
    </section>
  ))
}

function GroupPane({ group, style }: { readonly group: Group; readonly style: HouseStyle }) {
  return (
    <>
      <Tables group={group} style={style} />
      <Settings settings={SETTINGS.filter((setting) => setting.group === group)} style={style} />
    </>
  )
}

function Settings({ settings, style }: { readonly settings: readonly Setting[]; readonly style: HouseStyle }): ReactNode {
  const change = useStyleCommand()
  if (settings.length === 0) return null
  return (
    <div className={styles.settings}>
      {settings.map((setting) => (
        <SettingRow key={setting.id} setting={setting} style={style} onChange={(value) => change((now) => withSetting(now, setting, value))} />
      ))}
    </div>
  )
}

/** Groups that have tables. */
const TABLED: readonly Group[] = ['headlines', 'sizes', 'colors', 'print', 'faces']

function Tables({ group, style }: { readonly group: Group; readonly style: HouseStyle }): ReactNode {
  const text = useText()
  const change = useStyleCommand()
  const set = (fields: HouseFields) => change(() => fields)
  switch (group) {
    case 'headlines':
      return (
        <>
          <HeadlineTable style={style} onChange={(headlines) => set({ headlines })} />
          <VerticalTable style={style} onChange={(verticalHeadlines) => set({ verticalHeadlines })} />
          {style.verticalHeadlines && (
            <div className={styles.actions}>
              <Button variant="subtle" aria-label={`${text.house.vertical} ${text.house.reset}`} onClick={() => set({ verticalHeadlines: undefined })}>
                {text.house.reset}
              </Button>
            </div>
          )}
        </>
      )
    case 'sizes':
      return <SizeTable sizes={style.sizes} onChange={(sizes) => set({ sizes })} />
    case 'colors':
      return (
        <>
          <SwatchTable style={style} onChange={(swatches) => set({ swatches })} />
          <p className={styles.intro}>{text.colors.houseIntro}</p>
        </>
      )
    case 'print':
      return (
        <>
          <PlantProfile print={style.print ?? {}} onChange={(profile) => change((now) => withProfile(now, profile))} />
          <p className={styles.intro}>{text.house.patternIntro}</p>
        </>
      )
    case 'faces':
      return (
        <>
          <CompositesTable composites={style.composites ?? []} onChange={(composites) => set({ composites })} />
          <FallbacksTable fallbacks={style.fallbacks ?? []} onChange={(fallbacks) => set({ fallbacks })} />
        </>
      )
    default:
      return null
  }
}

/** Words by which a group's tables are found. */
function tableWords(text: ReturnType<typeof useText>, group: Group): readonly string[] {
  if (group === 'headlines') return [text.house.columns, text.house.vertical, text.role.headline, text.role.kicker, text.role.subtitle]
  if (group === 'sizes') return [text.house.sizes, text.house.points]
  if (group === 'colors') return [text.colors.swatches, text.colors.spot, text.colors.total, 'CMYK']
  if (group === 'print') return [text.house.profile, 'ICC']
  return group === 'faces' ? [text.faces.composites, text.house.standIn, text.house.han, text.house.latin] : []
}

/** How many of a group's tables differ from the default. */
function changedTables(style: HouseStyle, group: Group): number {
  const differs = (field: 'sizes') => JSON.stringify(style[field]) !== JSON.stringify(DEFAULT_HOUSE_STYLE[field])
  if (group === 'headlines') return Number(headlineRows(style) !== headlineRows(DEFAULT_HOUSE_STYLE)) + Number(style.verticalHeadlines !== undefined)
  if (group === 'sizes') return Number(differs('sizes'))
  if (group === 'colors') return Number(style.swatches !== undefined)
  if (group === 'print') return Number(style.print?.profile !== undefined)
  return group === 'faces' ? Number(style.composites !== undefined) + Number(style.fallbacks !== undefined) : 0
}

/** Settings that are left without anything are left out. */
function withProfile({ print = {} }: HouseStyle, profile: PlantProfileRecord | undefined): HouseFields {
  const { profile: _, ...rest } = print
  const settings: PrintSettings = profile ? { ...rest, profile } : rest
  return { print: Object.keys(settings).length > 0 ? settings : undefined }
}

/** The table without its limits of fitting, which are settings of their own. */
function headlineRows({ headlines }: HouseStyle): string {
  return JSON.stringify(headlines.map(({ columns, headline, kicker, subtitle }) => [columns, headline, kicker, subtitle]))
}

/** Changes the style as it is at that moment. */
function useStyleCommand(): (change: (style: HouseStyle) => HouseFields) => void {
  const command = useCommand()
  return (change) => void command((now) => setHouseStyle(now, change(issueOf(now).style)))
}
