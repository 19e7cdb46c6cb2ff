import { Kbd } from '@mantine/core'
import { MARK_KINDS } from '../../../src-core/document/inline-marks.ts'
import { PAGE_KEYS } from '../../editor/page-keys.ts'
import { useText } from '../../text/language.ts'
import { MARK_KEYS, ROLE_DIGITS, TABLE_KEYS, type TableAction } from '../story-text/keys.ts'
import { keyName } from './key-names.ts'
import styles from './keys-dialog.module.css'

const mod = (...rest: readonly string[]): string => keyName(['Mod', ...rest])

export function KeysDialog() {
  const text = useText()
  const { keys } = text
  const groups: readonly { readonly title: string; readonly rows: readonly (readonly [string, string])[] }[] = [
    {
      title: keys.general,
      rows: [
        [mod('Z'), keys.undo],
        [mod('Shift', 'Z'), keys.redo],
        [mod('S'), keys.markVersion],
        [mod('E'), keys.exportPage],
        [mod('Shift', 'E'), keys.send],
        [mod('P'), keys.proofs],
        [mod('F'), keys.findArticle],
        ['PageUp / PageDown', `${keys.previousPage} / ${keys.nextPage}`],
        [`${mod('+')} / ${mod('−')} / ${mod('0')}`, keys.zoom],
        ['F4', keys.savings],
        ['F6', keys.nextPane],
        [`F8 / ${keyName(['Shift', 'F8'])}`, keys.findings],
        ['F1', keys.help],
      ],
    },
    {
      title: keys.onPage,
      rows: PAGE_KEYS.map(({ meaning, shown }) => [shown.map(keyName).join(' '), keys[meaning]] as const),
    },
    {
      title: keys.inPool,
      rows: [
        ['↑ / ↓', keys.choose],
        ['Enter / N', keys.place],
        ['Delete', keys.remove],
      ],
    },
    {
      title: keys.inText,
      rows: [
        ...Object.entries(ROLE_DIGITS).map(([role, digit]) => [mod('Alt', digit), text.role[role as keyof typeof ROLE_DIGITS]] as const),
        ...MARK_KINDS.map((kind) => [keyName(MARK_KEYS[kind]), text.mark[kind]] as const),
        [keyName(['Shift', 'Enter']), keys.lineBreak],
        ['Tab', keys.inTable(keys.nextCell)],
        ...Object.entries(TABLE_KEYS).map(([action, key]) => [keyName(key), keys.inTable(text.text.table[action as TableAction])] as const),
      ],
    },
  ]
  return (
    <div className={styles.groups}>
      {groups.map((group) => (
        <section key={group.title}>
          <h3>{group.title}</h3>
          <dl>
            {group.rows.map(([key, meaning]) => (
              <div key={key}>
                <dt>
                  <Kbd size="xs">{key}</Kbd>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
