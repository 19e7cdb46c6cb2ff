import { Button, NativeSelect, SegmentedControl, Switch } from '@mantine/core'
import { IconArrowBackUp, IconStackBack } from '@tabler/icons-react'
import { removeStory, sendBackward, setBoxed, setMeasure } from '../../../src-core/commands/stories.ts'
import { divideMeasure, type Remainder } from '../../../src-core/document/grid.ts'
import type { StoryRecord } from '../../../src-core/document/records.ts'
import { useText } from '../../text/language.ts'
import { useCommand, useEditor } from '../editor-window.ts'
import { Row, Section } from '../fields/section.tsx'
import { useRecord } from '../records.ts'
import { StoryText } from '../story-text/story-text.tsx'
import { HeadlineSettings } from './headline-settings.tsx'
import { Notes } from './notes.tsx'
import { Position } from './position.tsx'
import { StoryFit } from './story-fit.tsx'

/** Legs that a body can be divided into: more than this no page holds. */
const MOST_LEGS = 12
const REMAINDERS: readonly Remainder[] = ['absolute', 'relative', 'free']

export function StoryInspector({ story }: { readonly story: StoryRecord }) {
  const command = useCommand()
  const text = useText()
  const readOnly = useEditor((state) => state.readOnly)
  return (
    <>
      <StoryFit story={story} />
      <StoryText article={story.article} />
      <HeadlineSettings story={story} />
      <Measure story={story} />
      <Position object={story} />
      {!readOnly && (
        <Section title={text.story.arrange}>
          <Switch label={text.story.boxed} checked={story.boxed} onChange={(event) => command((now) => setBoxed(now, story.id, event.currentTarget.checked))} />
          <Row>
            <Button variant="default" leftSection={<IconArrowBackUp size={15} aria-hidden />} onClick={() => command((now) => removeStory(now, story.id))}>
              {text.story.takeOff}
            </Button>
            <Button variant="default" leftSection={<IconStackBack size={15} aria-hidden />} onClick={() => command((now) => sendBackward(now, story.id))}>
              {text.story.sendBackward}
            </Button>
          </Row>
        </Section>
      )}
      <Notes article={story.article} />
    </>
  )
}

/** 变栏: the body in basic columns, or the join of its columns divided anew. */
function Measure({ story }: { readonly story: StoryRecord }) {
  const command = useCommand()
  const text = useText()
  const readOnly = useEditor((state) => state.readOnly)
  const grid = useRecord('page', story.page)?.grid
  if (!grid) return null
  const { measure } = story
  const remainder = measure?.remainder ?? 'free'
  const widths = measure ? divideMeasure(grid, story.legs.length, measure.legs, measure.remainder).map((leg) => leg.chars) : [grid.charsPerColumn]
  const set = (legs: number | null, rest: Remainder) => command((now) => setMeasure(now, story.id, legs, rest))
  return (
    <Section title={text.story.body} aside={text.story.legChars([...new Set(widths.map((chars) => String(Math.round(chars * 100) / 100)))].join(' / '))}>
      <Row>
        <NativeSelect
          aria-label={text.story.measureLegs}
          value={measure ? String(measure.legs) : ''}
          disabled={readOnly}
          data={[{ value: '', label: text.story.basicColumns }, ...Array.from({ length: MOST_LEGS }, (_, index) => ({ value: String(index + 1), label: text.unit.columns(index + 1) }))]}
          onChange={(event) => set(event.currentTarget.value === '' ? null : Number(event.currentTarget.value), remainder)}
        />
        <div title={text.story.remainderHint}>
          <SegmentedControl
            fullWidth
            aria-label={text.story.remainder}
            value={remainder}
            disabled={readOnly || !measure}
            data={REMAINDERS.map((value) => ({ value, label: text.story[value] }))}
            onChange={(value) => measure && set(measure.legs, value as Remainder)}
          />
        </div>
      </Row>
    </Section>
  )
}
