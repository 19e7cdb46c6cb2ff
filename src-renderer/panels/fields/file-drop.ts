import { useState, type DragEvent } from 'react'

export interface FileDrop {
  /** Files hang over the element. */
  readonly dropping: boolean
  /** What the element is given. */
  readonly target: {
    readonly 'data-dropping': true | undefined
    onDragOver(event: DragEvent): void
    onDragLeave(event: DragEvent): void
    onDrop(event: DragEvent): void
  }
}

/** Lets files be dropped on an element. */
export function useFileDrop(take: (files: readonly File[]) => void, enabled = true): FileDrop {
  const [dropping, setDropping] = useState(false)
  const hasFiles = (event: DragEvent) => enabled && event.dataTransfer.types.includes('Files')
  return {
    dropping,
    target: {
      'data-dropping': dropping || undefined,
      onDragOver(event) {
        if (!hasFiles(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        setDropping(true)
      },
      onDragLeave(event) {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDropping(false)
      },
      onDrop(event) {
        setDropping(false)
        if (!hasFiles(event)) return
        event.preventDefault()
        take([...event.dataTransfer.files])
      },
    },
  }
}
