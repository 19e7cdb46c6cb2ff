/** The only messages between Electron's main process and the window's preload. */
export const channels = { call: 'banxin:call', event: 'banxin:event', showInFolder: 'banxin:show-in-folder' } as const
