/** Picture files whose names say that they are of another kind: taken for what they are, and told. */
import type { LocalText } from './local-text.ts'
import type { AssetRecord } from './records.ts'

const KINDS: readonly { readonly mime: AssetRecord['mime']; readonly name: string; readonly endings: readonly string[] }[] = [
  { mime: 'image/jpeg', name: 'JPEG', endings: ['.jpg', '.jpeg', '.jpe', '.jfif'] },
  { mime: 'image/png', name: 'PNG', endings: ['.png'] },
  { mime: 'image/tiff', name: 'TIFF', endings: ['.tif', '.tiff'] },
  { mime: 'image/webp', name: 'WebP', endings: ['.webp'] },
  { mime: 'application/pdf', name: 'PDF', endings: ['.pdf', '.ai'] },
]

/** Null where the name is right, or says nothing. */
export function misnamed(file: string, mime: AssetRecord['mime']): LocalText | null {
  const ending = /[^/]\.[^./]+$/u.exec(file)?.[0].slice(1).toLowerCase() ?? ''
  const kind = KINDS.find((each) => each.mime === mime)
  if (ending === '' || !kind || kind.endings.includes(ending)) return null
  return {
    zh: `图片「${file}」其实是 ${kind.name} 文件，已按 ${kind.name} 读入，请把扩展名“${ending}”改成“${kind.endings[0]}”。`,
    en: `The picture ${file} is a ${kind.name} file and was read as one; give it the ending ${kind.endings[0]} instead of ${ending}.`,
  }
}
