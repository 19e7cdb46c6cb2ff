import { Button } from '@mantine/core'
import { IconArrowBackUp, IconStackBack } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { removeStory, sendBackward } from '../../../src-core/commands/stories.ts'
import type { StoryRecord } from '../../../src-core/document/records.ts'
import { useText } from '../../text/language.ts'
import { useCommand, useEditor } from '../editor-window.ts'
import { Row, Section } from '../fields/section.tsx'
import { StoryText } from '../story-text/story-text.tsx'
import { HeadlineSettings } from './headline-settings.tsx'
import { Jump } from './jump.tsx'
import { Measure } from './measure.tsx'
import { Notes } from './notes.tsx'
import { Position } from './position.tsx'
import { RareCharacters } from './rare-characters.tsx'
import { StoryFit } from './story-fit.tsx'

/** Not needed to show a page. */
const StoryColors = lazy(() => import('./story-colors.tsx'))
const StoryDecoration = lazy(() => import('./story-decoration.tsx'))

export function StoryInspector({ story }: { readonly story: StoryRecord }) {
  const command = useCommand()
  const text = useText()
  const readOnly = useEditor((state) => state.readOnly)
  return (
    <>
      <StoryFit story={story} />
      <StoryText article={story.article} />
      <HeadlineSettings story={story} />
      <Suspense>
        <StoryColors story={story} />
        <StoryDecoration story={story} />
      </Suspense>
      <Measure story={story} />
      <Jump story={story} />
      <Position object={story} />
      {!readOnly && (
        <Section title={text.story.arrange}>
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
      <RareCharacters article={story.article} />
      <Notes article={story.article} />
    </>
  )
}
