/** What the paper decides once: the headline table, the 号 table, faces and rules. Every change shows on the page at once. */
import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { setHouseStyle } from '../../../src-core/commands/issue.ts'
import { issueOf } from '../../../src-core/document/records.ts'
import { useText } from '../../text/language.ts'
import { useCommand, useEditor } from '../editor-window.ts'
import { BodyStyle } from './body-style.tsx'
import { HeadlineTable } from './headline-table.tsx'
import { SizeTable } from './size-table.tsx'
import styles from './house.module.css'

type Part = 'headlines' | 'sizes' | 'body'
const PARTS: readonly Part[] = ['headlines', 'sizes', 'body']

export function HouseStyleDialog() {
  const command = useCommand()
  const text = useText()
  const document = useEditor((state) => state.document)
  const [part, setPart] = useState<Part>('headlines')
  if (!document) return null
  const { style } = issueOf(document)
  const change = (fields: Parameters<typeof setHouseStyle>[1]) => command((now) => setHouseStyle(now, fields))
  return (
    <div className={styles.dialog}>
      <SegmentedControl value={part} onChange={(value) => setPart(value as Part)} data={PARTS.map((value) => ({ value, label: text.house[value] }))} />
      {part === 'headlines' && <HeadlineTable style={style} onChange={(headlines) => change({ headlines })} />}
      {part === 'sizes' && <SizeTable sizes={style.sizes} onChange={(sizes) => change({ sizes })} />}
      {part === 'body' && <BodyStyle style={style} onChange={change} />}
    </div>
  )
}
