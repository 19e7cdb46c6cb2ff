import { NativeSelect, SegmentedControl } from '@mantine/core'
import { setMeasure, setVertical } from '../../../src-core/commands/stories.ts'
import { divideMeasure, mostLegs, type Grid, type Remainder } from '../../../src-core/document/grid.ts'
import type { StoryRecord } from '../../../src-core/document/records.ts'
import { insetsOf } from '../../../src-core/typeset/page/decoration/story-frame.ts'
import { rowsOf } from '../../../src-core/typeset/page/vertical-slots.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { useText } from '../../text/language.ts'
import { useCommand, useEditor } from '../editor-window.ts'
import { Section } from '../fields/section.tsx'
import { useIssue, useRecord } from '../records.ts'

/** More rows than any page has room for: what is over is left away. */
const MOST_ROWS = 100

const REMAINDERS: readonly Remainder[] = ['absolute', 'relative', 'free']

/** 横排 or 直排, and how the body is divided. */
export function Measure({ story }: { readonly story: StoryRecord }) {
  const command = useCommand()
  const text = useText()
  const readOnly = useEditor((state) => state.readOnly)
  return (
    <>
      <Section title={text.story.writing}>
        <SegmentedControl
          fullWidth
          aria-label={text.story.writing}
          value={story.writing ?? 'horizontal'}
          disabled={readOnly}
          data={(['horizontal', 'vertical'] as const).map((value) => ({ value, label: text.story.writings[value] }))}
          onChange={(value) => command((now) => setVertical(now, story.id, value === 'vertical'))}
        />
      </Section>
      {story.writing ? <Rows story={story} /> : <Columns story={story} />}
    </>
  )
}

/** Rows of a vertical body, from the top down. */
function Rows({ story }: { readonly story: StoryRecord }) {
  const command = useCommand()
  const text = useText()
  const readOnly = useEditor((state) => state.readOnly)
  const grid = useRecord('page', story.page)?.grid
  if (!grid) return null
  const { chars } = rowsOf(grid, story)
  const most = rowsOf(grid, { ...story, measure: { legs: MOST_ROWS, remainder: 'absolute' } }).count
  return (
    <Section title={text.story.body} aside={text.story.legChars(String(chars))}>
      <NativeSelect
        aria-label={text.story.measureLegs}
        value={story.measure ? String(Math.min(story.measure.legs, most)) : ''}
        disabled={readOnly}
        data={[{ value: '', label: text.story.autoRows }, ...Array.from({ length: most }, (_, index) => ({ value: String(index + 1), label: text.unit.columns(index + 1) }))]}
        onChange={(event) => {
          const { value } = event.currentTarget
          command((now) => setMeasure(now, story.id, value === '' ? null : Number(value), 'absolute'))
        }}
      />
    </Section>
  )
}

/** 变栏: the body in basic columns, or the join of its columns divided anew, each choice with what it comes to. */
function Columns({ story }: { readonly story: StoryRecord }) {
  const command = useCommand()
  const text = useText()
  const readOnly = useEditor((state) => state.readOnly)
  const page = useRecord('page', story.page)
  const style = useIssue()?.style
  if (!page || !style) return null
  const { grid } = page
  const { measure } = story
  const columns = story.legs.length
  const inset = insetsOf(style, grid, story, page).chars
  const most = mostLegs(grid, columns, inset)
  const basic = inset > 0 ? outcome(grid, columns, inset, columns, 'absolute', text.story) : text.story.legChars(rounded(grid.charsPerColumn))
  const remainder = measure?.remainder ?? 'free'
  const set = (legs: number | null, rest: Remainder) => command((now) => setMeasure(now, story.id, legs, rest))
  return (
    <Section title={text.story.body} aside={measure ? null : basic}>
      <NativeSelect
        aria-label={text.story.measureLegs}
        value={measure ? String(Math.min(measure.legs, most)) : ''}
        disabled={readOnly}
        data={[{ value: '', label: text.story.basicColumns }, ...Array.from({ length: most }, (_, index) => ({ value: String(index + 1), label: text.unit.columns(index + 1) }))]}
        onChange={(event) => set(event.currentTarget.value === '' ? null : Number(event.currentTarget.value), remainder)}
      />
      {measure && (
        <div title={text.story.remainderHint}>
          <SegmentedControl
            fullWidth
            orientation="vertical"
            aria-label={text.story.remainder}
            value={remainder}
            disabled={readOnly}
            data={REMAINDERS.map((value) => ({ value, label: `${text.story[value]}　${outcome(grid, columns, inset, measure.legs, value, text.story)}` }))}
            onChange={(value) => set(measure.legs, value as Remainder)}
          />
        </div>
      )}
    </Section>
  )
}

/** 4 栏 × 16 字，栏间 1.67; `inset` as a thick frame takes it. */
function outcome(grid: Grid, columns: number, inset: number, legs: number, remainder: Remainder, text: Catalogue['story']): string {
  const divided = divideMeasure(grid, columns, Math.min(legs, mostLegs(grid, columns, inset)), remainder, inset)
  const [first, second] = divided
  const widths = divided.map(({ chars }) => rounded(chars))
  const equal = new Set(widths).size === 1
  const set = equal ? text.equalLegs(widths.length, widths[0]!) : text.unequalLegs(widths.join(' / '))
  return first && second ? text.setIn(set, rounded(second.start - first.start - first.chars)) : set
}

function rounded(chars: number): string {
  return String(Math.round(chars * 100) / 100)
}
