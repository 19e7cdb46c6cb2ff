/** The window's composition root: host, session, views. */
import './theme/components.css'
import './theme/window.css'
import { startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { PageView } from './canvas/page-view.tsx'
import { createWorkerLayout } from './canvas/worker-layout.ts'
import { createSession } from './editor/create-session.ts'
import { findHost } from './host/host.ts'
import { createEditorWindow } from './panels/editor-window.ts'
import { openFirstIssue } from './panels/issues/first-issue.ts'
import { markDocument } from './text/language.ts'

/** How long the window stays empty for an issue that is on its way. */
const PATIENCE_MS = 400

const host = findHost()
const layout = createWorkerLayout(host.api)
const session = createSession(host.api, layout)
const editorWindow = createEditorWindow(session, host, layout)
markDocument(document.documentElement)

// The panels are drawn once, with the issue in them, while the worker sets its first page: it is to have all that it needs
// first. Without an issue where that takes its time; in slices, since what the worker asks for comes by way of this thread.
await Promise.race([Promise.all([openFirstIssue(editorWindow), layout.ready]), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
const root = createRoot(document.getElementById('root') as HTMLElement)
startTransition(() => root.render(<App editorWindow={editorWindow} page={<PageView session={session} painter={layout} />} />))
