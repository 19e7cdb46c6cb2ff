/** Hands bytes to the user as a file: a browser downloads it, Electron asks where to save it. */
export function saveAs(name: string, bytes: Uint8Array, mime: string): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mime }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has taken its reference by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
