import { Menu, UnstyledButton } from '@mantine/core'
import { IconAd2, IconArrowBackUp, IconArrowForwardUp, IconBorderCorners, IconGridDots, IconPhotoPlus, IconPointer, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import type { Tool } from '../../editor/session.ts'
import { useText } from '../../text/language.ts'
import { useEditor, useWindow } from '../editor-window.ts'
import { IconButton } from '../fields/icon-button.tsx'
import { keyName } from '../keys/key-names.ts'
import { zoomIn, zoomOut } from '../keys/zoom-steps.ts'
import styles from './top-bar.module.css'

const TOOLS: readonly { readonly tool: Tool; readonly Icon: typeof IconPointer }[] = [
  { tool: 'select', Icon: IconPointer },
  { tool: 'advert', Icon: IconAd2 },
  { tool: 'picture', Icon: IconPhotoPlus },
  { tool: 'ornament', Icon: IconBorderCorners },
]

export function Tools() {
  const { session } = useWindow()
  const text = useText()
  const present = useEditor((state) => state.tool)
  return (
    <div className={styles.group} role="toolbar" aria-label={text.bar.tools}>
      {TOOLS.map(({ tool, Icon }) => (
        <IconButton key={tool} label={text.bar[tool]} pressed={tool === present} icon={<Icon size={17} aria-hidden />} onClick={() => session.setTool(tool)} />
      ))}
    </div>
  )
}

export function History() {
  const { session } = useWindow()
  const text = useText()
  const canUndo = useEditor((state) => state.canUndo)
  const canRedo = useEditor((state) => state.canRedo)
  return (
    <div className={styles.group}>
      <IconButton label={text.bar.undo} keys={keyName(['Mod', 'Z'])} disabled={!canUndo} icon={<IconArrowBackUp size={17} aria-hidden />} onClick={() => session.undo()} />
      <IconButton label={text.bar.redo} keys={keyName(['Mod', 'Shift', 'Z'])} disabled={!canRedo} icon={<IconArrowForwardUp size={17} aria-hidden />} onClick={() => session.redo()} />
    </div>
  )
}

export function Zoom() {
  const { session } = useWindow()
  const text = useText()
  const zoom = useEditor((state) => state.zoom)
  const gridShown = useEditor((state) => state.gridShown)
  return (
    <div className={styles.group}>
      <IconButton label={text.bar.zoomOut} keys={keyName(['Mod', '−'])} icon={<IconZoomOut size={17} aria-hidden />} onClick={() => session.setZoom(zoomOut(zoom))} />
      <Menu position="bottom">
        <Menu.Target>
          <UnstyledButton className={styles.zoom} aria-label={text.bar.zoom}>
            {text.unit.percent(Math.round(zoom * 100))}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => session.setFit('page')}>{text.bar.zoomPage}</Menu.Item>
          <Menu.Item onClick={() => session.setFit('width')}>{text.bar.zoomWidth}</Menu.Item>
          <Menu.Item onClick={() => session.setZoom(1)}>{text.bar.zoomActual}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <IconButton label={text.bar.zoomIn} keys={keyName(['Mod', '+'])} icon={<IconZoomIn size={17} aria-hidden />} onClick={() => session.setZoom(zoomIn(zoom))} />
      <IconButton label={text.bar.grid} pressed={gridShown} icon={<IconGridDots size={17} aria-hidden />} onClick={() => session.showGrid(!gridShown)} />
    </div>
  )
}
