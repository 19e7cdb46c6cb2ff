/** Which language the window speaks: Chinese unless the editor chose English. Kept on this machine, not in the issue. */
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { LocalText } from '../../src-core/api/methods.ts'
import type { Catalogue } from './catalogue.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

export type Language = 'zh' | 'en'

/** Each language by its own name, so that whoever landed in the wrong one finds the way back. */
export const LANGUAGES: readonly { readonly language: Language; readonly name: string }[] = [
  { language: 'zh', name: '中文' },
  { language: 'en', name: 'English' },
]

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { zh, en }
const STORAGE_KEY = 'banxin.language'

const language = createStore<{ readonly current: Language }>(() => ({
  current: globalThis.localStorage?.getItem(STORAGE_KEY) === 'en' ? 'en' : 'zh',
}))

export function setLanguage(next: Language): void {
  globalThis.localStorage?.setItem(STORAGE_KEY, next)
  language.setState({ current: next })
}

export const useLanguage = (): Language => useStore(language, (state) => state.current)

/** The sentences in the language of the moment, for React views. */
export const useText = (): Catalogue => CATALOGUES[useLanguage()]

/** The same outside React. Read it anew each time: the editor may switch. */
export const currentText = (): Catalogue => CATALOGUES[language.getState().current]

/** Of a sentence that the machine's side worded in both languages, the one of the moment. */
export const currentWording = (wording: LocalText): string => wording[language.getState().current]

export const onLanguageChange = (listener: (current: Language) => void): (() => void) =>
  language.subscribe((state) => listener(state.current))

/** Keeps the document saying which language it is in, for screen readers, hyphenation and fonts. */
export function markDocument(root: HTMLElement): void {
  const mark = (current: Language) => (root.lang = current === 'zh' ? 'zh-Hans' : 'en')
  mark(language.getState().current)
  onLanguageChange(mark)
}
