/**
 * The menu bar. What the editor itself does is done by its keys, in the browser too; a menu item presses that key, so
 * that there is one way in. The keys are only shown here, never caught: an input method may need them.
 */
import { BrowserWindow, Menu, shell, type MenuItemConstructorOptions } from 'electron'

type Modifier = 'CmdOrCtrl' | 'Shift'

/** A menu item that presses the window's own key. */
const pressing = (label: string, key: string, ...modifiers: readonly Modifier[]): MenuItemConstructorOptions => ({
  label,
  accelerator: [...modifiers, key].join('+'),
  registerAccelerator: false,
  click: (_, window) => {
    if (!(window instanceof BrowserWindow)) return
    const held = modifiers.map((modifier) => (modifier === 'Shift' ? 'shift' : process.platform === 'darwin' ? 'meta' : 'control'))
    window.webContents.sendInputEvent({ type: 'keyDown', keyCode: key, modifiers: held })
    window.webContents.sendInputEvent({ type: 'keyUp', keyCode: key, modifiers: held })
  },
})

const line: MenuItemConstructorOptions = { type: 'separator' }

/** @param library the folder of the library, which a menu item shows. */
export function setMenu(library: string): void {
  const applicationMenu: MenuItemConstructorOptions = {
    label: '版心',
    submenu: [
      { role: 'about', label: '关于版心' },
      line,
      { role: 'hide', label: '隐藏版心' },
      { role: 'hideOthers', label: '隐藏其他' },
      { role: 'unhide', label: '全部显示' },
      line,
      { role: 'quit', label: '退出版心' },
    ],
  }
  const onMac = process.platform === 'darwin'
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(onMac ? [applicationMenu] : []),
      {
        label: '文件',
        submenu: [
          pressing('标记版本……', 'S', 'CmdOrCtrl'),
          pressing('导出本版', 'E', 'CmdOrCtrl'),
          pressing('传版……', 'E', 'CmdOrCtrl', 'Shift'),
          pressing('大样、核红……', 'P', 'CmdOrCtrl'),
          line,
          { label: '打开报库文件夹', click: () => void shell.openPath(library) },
          ...(onMac ? [] : [line, { role: 'quit' as const, label: '退出' }]),
        ],
      },
      {
        label: '编辑',
        submenu: [
          pressing('撤销', 'Z', 'CmdOrCtrl'),
          pressing('重做', 'Z', 'CmdOrCtrl', 'Shift'),
          line,
          { role: 'cut', label: '剪切' },
          { role: 'copy', label: '拷贝' },
          { role: 'paste', label: '粘贴' },
          { role: 'selectAll', label: '全选' },
          line,
          pressing('查找稿件', 'F', 'CmdOrCtrl'),
        ],
      },
      {
        label: '显示',
        submenu: [
          pressing('放大', '=', 'CmdOrCtrl'),
          pressing('缩小', '-', 'CmdOrCtrl'),
          pressing('整版', '0', 'CmdOrCtrl'),
          line,
          { role: 'togglefullscreen', label: '全屏' },
          line,
          { role: 'reload', label: '重新载入窗口' },
          { role: 'toggleDevTools', label: '开发者工具' },
        ],
      },
      { label: '窗口', submenu: [{ role: 'minimize', label: '最小化' }, { role: 'close', label: '关闭窗口' }] },
      { label: '帮助', submenu: [pressing('快捷键……', 'F1')] },
    ]),
  )
}
