/** Marks for the words that are selected: which they have, and a field for ruby. */
import { Button, Popover, TextInput, Tooltip } from '@mantine/core'
import type { Command } from 'prosemirror-state'
import { memo, useState } from 'react'
import { MARK_KINDS, type MarkKind } from '../../../src-core/document/inline-marks.ts'
import { useText } from '../../text/language.ts'
import { keyName } from '../keys/key-names.ts'
import { MARK_KEYS } from './keys.ts'
import { setRuby, switchMark } from './marks.ts'
import styles from './story-text.module.css'

/** A ruby being written: for which words, and what stands over them so far. */
export interface RubyDraft {
  readonly base: string
  readonly text: string
}

export interface MarkBarProps {
  /** Kinds that the whole selection has. */
  readonly active: readonly MarkKind[]
  /** False where the part has no marks: a byline, a table. */
  readonly enabled: boolean
  readonly ruby: RubyDraft | null
  /** Runs the command on the text and gives the caret back to it. */
  run(command: Command): void
  openRuby(): void
  closeRuby(): void
}

export const MarkBar = memo(function MarkBar({ active, enabled, ruby, run, openRuby, closeRuby }: MarkBarProps) {
  const text = useText()
  const button = (kind: MarkKind, onClick: () => void) => (
    <Tooltip key={kind} label={`${text.mark[kind]} ${keyName(MARK_KEYS[kind])}`}>
      <Button
        variant={active.includes(kind) ? 'filled' : 'subtle'}
        color={active.includes(kind) ? 'ink' : 'gray'}
        size="compact-xs"
        disabled={!enabled}
        aria-pressed={active.includes(kind)}
        aria-label={text.mark[kind]}
        // The selection stays in the text.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onClick}
      >
        <span data-mark-button={kind}>{text.text.markSigns[kind]}</span>
      </Button>
    </Tooltip>
  )
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={text.text.marks}>
      {MARK_KINDS.map((kind) =>
        kind === 'ruby' ? (
          <Popover key={kind} opened={ruby !== null} onClose={closeRuby} trapFocus returnFocus={false} position="top-end" withinPortal transitionProps={{ duration: 0 }}>
            <Popover.Target>{button(kind, openRuby)}</Popover.Target>
            <Popover.Dropdown className={styles.ruby}>{ruby && <RubyField key={`${ruby.base} ${ruby.text}`} ruby={ruby} run={run} close={closeRuby} />}</Popover.Dropdown>
          </Popover>
        ) : (
          button(kind, () => run(switchMark(kind)))
        ),
      )}
    </div>
  )
})

/** As soon as it is there: whoever types on at once must not overwrite the words that are selected in the text. */
const takeFocus = (field: HTMLInputElement | null) => field?.focus({ preventScroll: true })

/** Enter sets the ruby and goes back to the text; Escape goes back as it was. */
function RubyField({ ruby, run, close }: { readonly ruby: RubyDraft; run(command: Command): void; close(): void }) {
  const text = useText()
  const [written, setWritten] = useState(ruby.text)
  return (
    <TextInput
      ref={takeFocus}
      label={text.text.rubyFor(ruby.base)}
      description={text.text.rubyHint}
      value={written}
      maxLength={100}
      onChange={(event) => setWritten(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
        event.preventDefault()
        event.stopPropagation()
        close()
        run(event.key === 'Enter' ? setRuby(written) : () => true)
      }}
    />
  )
}
