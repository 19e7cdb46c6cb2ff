import { useShallow } from 'zustand/react/shallow'
import { chainOf } from '../../../src-core/document/chains.ts'
import type { StoryRecord } from '../../../src-core/document/records.ts'
import { chainFit } from '../../editor/story-fit.ts'
import { useText } from '../../text/language.ts'
import { useEditor } from '../editor-window.ts'
import { ArticleCounts } from './article-counts.tsx'
import styles from './inspector.module.css'

/** 多 / 缺: always in sight while the text is cut. */
export function StoryFit({ story }: { readonly story: StoryRecord }) {
  const text = useText()
  const fit = useEditor(useShallow((state) => chainFit(state, story.id)))
  const isPart = useEditor(({ document }) => document !== null && chainOf(document, story).length > 1)
  const state = fit?.overset ? 'overset' : fit?.underset ? 'underset' : fit ? 'fits' : 'pending'
  const words = fit?.overset
    ? text.unit.overset(fit.overset.lines, fit.overset.characters)
    : fit?.underset
      ? text.unit.underset(fit.underset.lines, fit.underset.characters)
      : fit
        ? text.unit.fits
        : text.pages.pending
  return (
    <div className={styles.fit} data-fit={state} role="status" aria-label={text.story.fit}>
      {isPart && fit ? text.story.wholeChain(words) : words}
      <span className={styles.aside}>
        <ArticleCounts article={story.article} />
      </span>
    </div>
  )
}
