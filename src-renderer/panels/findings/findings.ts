import { useEditor } from '../editor-window.ts'
export interface Finding { readonly id: string; readonly severity: 'error' | 'warning'; readonly page: string; readonly story?: string; readonly message: string }
export function useFindings(): { readonly findings: readonly Finding[]; readonly complete: boolean } {
  useEditor((state) => state.results)
  return { findings: [{ id: 'overset', severity: 'error', page: '04', message: '《x》多 3 行（39 字）' }], complete: true }
}
