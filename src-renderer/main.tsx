/** The window's composition root: host, session, views. */
import './theme/components.css'
import './theme/window.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { PageView } from './canvas/page-view.tsx'
import { createWorkerLayout } from './canvas/worker-layout.ts'
import { createSession } from './editor/create-session.ts'
import { findHost } from './host/host.ts'
import { createEditorWindow } from './panels/editor-window.ts'
import { openFirstIssue } from './panels/issues/first-issue.ts'
import { markDocument } from './text/language.ts'

const host = findHost()
const layout = createWorkerLayout(host.api)
const session = createSession(host.api, layout)
const editorWindow = createEditorWindow(session, host, layout)
markDocument(document.documentElement)

createRoot(document.getElementById('root') as HTMLElement).render(<App editorWindow={editorWindow} page={<PageView session={session} painter={layout} />} />)
void openFirstIssue(editorWindow)
