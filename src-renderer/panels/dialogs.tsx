/** The window's dialogs, one at a time, and the question over them. */
import { Button, Modal, type ModalProps } from '@mantine/core'
import { lazy, Suspense, type ComponentType } from 'react'
import { useStore } from 'zustand'
import { useText } from '../text/language.ts'
import type { Dialog } from './desk.ts'
import { useWindow } from './editor-window.ts'
import { FacesDialog } from './faces/faces-dialog.tsx'
import { ArchiveIssueDialog } from './issues/archive-issue-dialog.tsx'
import { MarkVersionDialog } from './issues/mark-version-dialog.tsx'
import { NewIssueDialog } from './issues/new-issue-dialog.tsx'
import { OpenIssueDialog } from './issues/open-issue-dialog.tsx'
import { GridDialog } from './pages/grid-dialog.tsx'
import { KeysDialog } from './keys/keys-dialog.tsx'
import styles from './dialogs.module.css'

/** Loaded when they are first wanted: the window's start does not wait for them. */
const HouseStyleDialog = lazy(() => import('./house/house-style-dialog.tsx'))
const ProofDialog = lazy(() => import('./proofs/proof-dialog.tsx'))
const SendDialog = lazy(() => import('./sending/send-dialog.tsx'))

interface DialogView {
  readonly View: ComponentType
  readonly width: number
  /** Stands beside the page, which goes on being seen and worked on. */
  readonly beside?: true
}

const VIEWS: Readonly<Record<Dialog, DialogView>> = {
  'open-issue': { View: OpenIssueDialog, width: 640 },
  'new-issue': { View: NewIssueDialog, width: 440 },
  'mark-version': { View: MarkVersionDialog, width: 420 },
  'house-style': { View: HouseStyleDialog, width: 680, beside: true },
  faces: { View: FacesDialog, width: 820 },
  'page-grid': { View: GridDialog, width: 440 },
  'archive-issue': { View: ArchiveIssueDialog, width: 460 },
  send: { View: SendDialog, width: 720 },
  proofs: { View: ProofDialog, width: 480 },
  keys: { View: KeysDialog, width: 760 },
}

export function Dialogs() {
  const { desk } = useWindow()
  const dialog = useStore(desk.store, (state) => state.dialog)
  const text = useText()
  const titles: Readonly<Record<Dialog, string>> = {
    'open-issue': text.issue.openTitle,
    'new-issue': text.issue.newTitle,
    'mark-version': text.issue.markTitle,
    'house-style': text.house.title,
    faces: text.faces.title,
    'page-grid': text.grid.title,
    'archive-issue': text.archive.add,
    send: text.sending.title,
    proofs: text.proofs.title,
    keys: text.keys.title,
  }
  const shown = dialog && VIEWS[dialog]
  return (
    <>
      {dialog && shown && (
        <Modal opened onClose={() => desk.close()} title={titles[dialog]} size={shown.width} closeButtonProps={{ 'aria-label': text.app.close }} {...(shown.beside ? BESIDE : {})}>
          <Suspense>
            <shown.View />
          </Suspense>
        </Modal>
      )}
      <QuestionDialog />
    </>
  )
}

const BESIDE = {
  withOverlay: false,
  lockScroll: false,
  trapFocus: false,
  closeOnClickOutside: false,
  centered: false,
  yOffset: 0,
  xOffset: 0,
  classNames: { inner: styles.besideInner, content: styles.besideContent },
} as const satisfies Partial<ModalProps>

function QuestionDialog() {
  const { desk } = useWindow()
  const question = useStore(desk.store, (state) => state.question)
  const text = useText()
  if (!question) return null
  return (
    <Modal opened onClose={() => desk.answer()} title={question.title} size={420} withCloseButton={false} role="alertdialog">
      <p className={styles.body}>{question.body}</p>
      <div className={styles.actions}>
        <Button variant="default" onClick={() => desk.answer()}>
          {text.app.cancel}
        </Button>
        <Button
          data-autofocus
          color={question.harmful ? 'red' : 'ink'}
          onClick={() => {
            desk.answer()
            question.run()
          }}
        >
          {question.action}
        </Button>
      </div>
    </Modal>
  )
}
