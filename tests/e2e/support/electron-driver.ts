/**
 * Runs the built Electron entry and the built preload on the stand-in for Electron, plays a window that asks for its
 * page and its issues, quits, and prints what it saw as JSON. Run as a program, with BANXIN_LIBRARY set.
 */
import { createRequire, registerHooks } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Bridge } from '../../../src-core/api/codec.ts'

const root = resolve(import.meta.dirname, '../../..')
const standIn = pathToFileURL(resolve(root, 'tests/main/shell/electron-stand-in.ts')).href
registerHooks({
  resolve: (specifier, context, next) => (specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context)),
})

const electron = (await import(standIn)) as typeof import('../../main/shell/electron-stand-in.ts')
await import(pathToFileURL(resolve(root, 'out/main/index.js')).href)
createRequire(import.meta.url)(resolve(root, 'out/preload/preload.cjs'))

const bridge = electron.exposed['banxin'] as Bridge
const [window] = electron.BrowserWindow.opened
const page = (await window?.document?.text()) ?? ''
const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(page)?.[1]
const seen = {
  info: await bridge.call('app.info', {}),
  issues: await bridge.call('issues.list', {}),
  preload: window?.options.webPreferences?.preload,
  script: script === undefined ? null : (await electron.fetchInPage(`app://banxin/${script}`)).status,
  errors: electron.errorBoxes,
}
electron.app.quit()
process.stdout.write(JSON.stringify(seen), () => process.exit(electron.app.exitCode))
