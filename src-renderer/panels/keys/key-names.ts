/** How a keyboard calls its keys: Ctrl+Z on most machines, ⌘Z on a Mac. */
const ON_MAC = /mac/iu.test(globalThis.navigator?.platform ?? '')

const NAMES: Readonly<Record<string, string>> = ON_MAC
  ? { Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↩', Delete: '⌦' }
  : { Mod: 'Ctrl', Alt: 'Alt', Shift: 'Shift' }

export function keyName(keys: readonly string[]): string {
  return keys.map((key) => NAMES[key] ?? key).join(ON_MAC ? '' : '+')
}
