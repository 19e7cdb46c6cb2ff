/** Keys and buttons in tables, lists and verse. */
import fc from 'fast-check'
import { EditorState, TextSelection, type Command } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../../src-core/document/records.ts'
import { articleKeys } from '../../../../src-renderer/panels/story-text/keys.ts'
import { switchNumbering } from '../../../../src-renderer/panels/story-text/list-commands.ts'
import { pasted } from '../../../../src-renderer/panels/story-text/paste.ts'
import { placeIn } from '../../../../src-renderer/panels/story-text/places.ts'
import { setRole } from '../../../../src-renderer/panels/story-text/roles.ts'
import { articleOf, BODY_ROLES, documentOf } from '../../../../src-renderer/panels/story-text/schema.ts'
import { addColumn, addRow, evenTables, removeColumn, removeRow, setHead } from '../../../../src-renderer/panels/story-text/table-commands.ts'

const keys = articleKeys({ undo() {}, redo() {}, ruby() {} })
const table = { role: 'table', rows: [['品名', '价'], ['白菜', '0.8'], ['土豆', '1.6']] } as const satisfies Block

/** Blocks under a headline of one character, with the caret at a character of one of them. */
class Writing {
  state: EditorState

  constructor(blocks: readonly Block[], block: number, offset: number) {
    const doc = documentOf({ standingHead: null, kicker: null, headline: '题', subtitle: null, summary: null, byline: null, blocks })
    const start = doc.children.slice(0, block + 1).reduce((sum, node) => sum + node.nodeSize, 0)
    const caret = TextSelection.create(doc, start + placeIn(doc.child(block + 1), offset))
    this.state = EditorState.create({ doc, selection: caret, plugins: [keys, evenTables()] })
  }

  run(command: Command): boolean {
    return command(this.state, (transaction) => (this.state = this.state.apply(transaction)))
  }

  press(...pressed: readonly string[]): this {
    for (const key of pressed) {
      const [name = '', ...modifiers] = key.split('-').toReversed()
      const event = { key: name, shiftKey: modifiers.includes('Shift'), ctrlKey: modifiers.includes('Ctrl'), altKey: false, metaKey: false }
      const view = {
        state: this.state,
        dispatch: (transaction: Parameters<EditorState['apply']>[0]) => (this.state = this.state.apply(transaction)),
        endOfTextblock: (side: string, { selection: { $head } }: EditorState) => $head.parentOffset === (side === 'backward' ? 0 : $head.parent.content.size),
      }
      keys.props.handleKeyDown?.call(keys, view as never, event as KeyboardEvent)
    }
    return this
  }

  type(words: string): this {
    this.state = this.state.apply(this.state.tr.insertText(words))
    return this
  }

  paste(words: string): this {
    const transaction = pasted(this.state, words)
    if (transaction) this.state = this.state.apply(transaction)
    return this
  }

  select(from: number, to: number): this {
    this.state = this.state.apply(this.state.tr.setSelection(TextSelection.create(this.state.doc, from, to)))
    return this
  }

  get blocks(): readonly Block[] {
    return articleOf(this.state.doc).blocks
  }
}

describe('a table', () => {
  it('is walked with Tab, and grows a row after its last cell', () => {
    expect(new Writing([table], 0, 0).press('Tab', 'Tab').type('大').blocks).toEqual([{ ...table, rows: [['品名', '价'], ['白菜大', '0.8'], ['土豆', '1.6']] }])
    expect(new Writing([table], 0, 99).press('Tab').type('豆油').press('Tab').type('68').blocks).toEqual([{ ...table, rows: [...table.rows, ['豆油', '68']] }])
    expect(new Writing([table], 0, 99).press('Shift-Tab', 'Shift-Tab').type('!').blocks).toEqual([{ ...table, rows: [['品名', '价'], ['白菜', '0.8!'], ['土豆', '1.6']] }])
  })

  it('is gone down with Enter, and left from an empty last row', () => {
    const writing = new Writing([table], 0, 0).press('Enter').type('大').press('Enter', 'Enter', 'Enter').type('以上价格仅供参考。')
    expect(writing.blocks).toEqual([{ ...table, rows: [['品名', '价'], ['白菜大', '0.8'], ['土豆', '1.6']] }, { role: 'paragraph', text: '以上价格仅供参考。' }])
  })

  it('takes and loses rows and columns where the caret is', () => {
    const at = () => new Writing([table], 0, '品名\t价\n白菜\t'.length)
    const after = (command: Command, words: string) => {
      const writing = at()
      writing.run(command)
      return writing.type(words).blocks
    }
    expect(after(addRow, '瓜')).toEqual([{ ...table, rows: [['品名', '价'], ['白菜', '0.8'], ['瓜', ''], ['土豆', '1.6']] }])
    expect(after(addColumn, '平')).toEqual([{ ...table, rows: [['品名', '价', ''], ['白菜', '0.8', '平'], ['土豆', '1.6', '']] }])
    expect(after(removeRow, '')).toEqual([{ ...table, rows: [['品名', '价'], ['土豆', '1.6']] }])
    expect(after(removeColumn, '')).toEqual([{ ...table, rows: [['品名'], ['白菜'], ['土豆']] }])
    expect(after(setHead, '')).toEqual([{ ...table, head: 2 }])
  })

  it('keeps its cells when words across them are deleted', () => {
    const writing = new Writing([table], 0, 0)
    const start = writing.state.doc.child(0).nodeSize
    const inTable = (offset: number) => start + placeIn(writing.state.doc.child(1), offset)
    writing.select(inTable(1), inTable('品名\t价\n白'.length)).press('Backspace')
    expect(writing.blocks).toEqual([{ ...table, rows: [['品', ''], ['菜', '0.8'], ['土豆', '1.6']] }])
    expect(new Writing([table], 0, '品名\t'.length).press('Backspace').blocks).toEqual([table])
  })
})

describe('pasting', () => {
  it('makes a table of what a spreadsheet gives, and fills the cells of one', () => {
    expect(new Writing([{ role: 'paragraph', text: '' }], 0, 0).paste('品名\t价\r\n白菜\t0.8\r\n').blocks).toEqual([{ role: 'table', rows: [['品名', '价'], ['白菜', '0.8']] }])
    expect(new Writing([table], 0, '品名\t价\n白菜\t'.length).paste('0.9\t降\r\n1.7\t升\r\n2.0').blocks).toEqual([
      { role: 'table', rows: [['品名', '价', ''], ['白菜', '0.9', '降'], ['土豆', '1.7', '升'], ['', '2.0', '']] },
    ])
  })

  it('takes lines as items of a list, as lines of verse, as words in a cell', () => {
    expect(new Writing([{ role: 'list', items: ['甲'] }], 0, 99).paste('乙\n  丙').blocks).toEqual([{ role: 'list', items: ['甲乙', '丙'] }])
    expect(new Writing([{ role: 'verse', lines: ['甲'] }], 0, 99).paste('乙\n丙').blocks).toEqual([{ role: 'verse', lines: ['甲乙', '丙'] }])
    expect(new Writing([table], 0, 0).paste(' 新 ').blocks).toEqual([{ ...table, rows: [['新品名', '价'], ...table.rows.slice(1)] }])
  })
})

describe('a list', () => {
  const list: Block = { role: 'list', items: ['提前腾仓', '增设网点'] }

  it('takes an item with Enter, and ends with an empty one', () => {
    expect(new Writing([list], 0, 99).press('Enter').type('优质优价').blocks).toEqual([{ ...list, items: ['提前腾仓', '增设网点', '优质优价'] }])
    expect(new Writing([list], 0, 4).press('Enter', 'Enter').type('其次：').blocks).toEqual([{ role: 'list', items: ['提前腾仓'] }, { role: 'paragraph', text: '其次：' }, { role: 'list', items: ['增设网点'] }])
  })

  it('gives its first item back as a paragraph', () => {
    expect(new Writing([list], 0, 0).press('Backspace').blocks).toEqual([{ role: 'paragraph', text: '提前腾仓' }, { role: 'list', items: ['增设网点'] }])
  })

  it('is numbered and not', () => {
    const writing = new Writing([list], 0, 0)
    writing.run(switchNumbering)
    expect(writing.blocks).toEqual([{ ...list, ordered: true }])
  })

  it('is made of several paragraphs, as a table or verse is', () => {
    const paragraphs = ['甲　1', '乙　2'].map((text): Block => ({ role: 'paragraph', text }))
    const all = () => {
      const writing = new Writing(paragraphs, 0, 0)
      return writing.select(4, writing.state.doc.content.size - 1)
    }
    for (const [role, made] of [
      ['list', { role: 'list', items: ['甲　1', '乙　2'] }],
      ['verse', { role: 'verse', lines: ['甲　1', '乙　2'] }],
      ['table', { role: 'table', rows: [['甲', '1'], ['乙', '2']] }],
    ] as const) {
      const writing = all()
      writing.run(setRole(role))
      expect(writing.blocks).toEqual([made])
      writing.run(setRole('paragraph'))
      expect(writing.blocks.map((block) => block.role)).toEqual(['paragraph', 'paragraph'])
    }
  })
})

describe('verse', () => {
  it('takes lines and stanzas with Enter, and is left after two empty lines', () => {
    const writing = new Writing([{ role: 'verse', lines: ['一夜西风过小城，'] }], 0, 99).press('Enter').type('满阶梧叶有秋声。').press('Enter', 'Enter').type('稻香十里随云去，')
    expect(writing.blocks).toEqual([{ role: 'verse', lines: ['一夜西风过小城，', '满阶梧叶有秋声。', '', '稻香十里随云去，'] }])
    expect(writing.press('Enter', 'Enter', 'Enter').type('作于秋夜。').blocks.at(-1)).toEqual({ role: 'paragraph', text: '作于秋夜。' })
  })
})

it('whatever is pressed, the document stays sound and tables even', () => {
  const blocks: readonly Block[] = [table, { role: 'list', items: ['一、甲', '二、乙'] }, { role: 'verse', lines: ['明月', '', '流水'] }, { role: 'editorsNote', text: '编者按：按' }, { role: 'paragraph', text: '段' }]
  const step = fc.oneof(
    fc.constantFrom('Enter', 'Tab', 'Shift-Tab', 'Backspace', 'Delete', 'Shift-Enter', 'Ctrl-Enter', 'Ctrl-Shift-Enter', 'Ctrl-Backspace', 'Ctrl-Shift-Backspace').map((key) => (writing: Writing) => writing.press(key)),
    fc.constantFrom(...BODY_ROLES).map((role) => (writing: Writing) => writing.run(setRole(role))),
    fc.constantFrom('甲\t乙\n丙\t丁', '甲\n乙', '\t', '丙').map((words) => (writing: Writing) => writing.paste(words)),
    fc.constantFrom('字', '，').map((words) => (writing: Writing) => writing.type(words)),
    fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })).map(([a, b]) => (writing: Writing) => {
      const { doc } = writing.state
      const selection = TextSelection.between(doc.resolve(Math.round(a * doc.content.size)), doc.resolve(Math.round(b * doc.content.size)))
      writing.state = writing.state.apply(writing.state.tr.setSelection(selection))
    }),
  )
  fc.assert(
    fc.property(fc.nat(4), fc.nat(10), fc.array(step, { maxLength: 12 }), (block, offset, steps) => {
      const writing = new Writing(blocks, block, offset)
      for (const take of steps) {
        take(writing)
        writing.state.doc.check()
        for (const one of writing.blocks) if (one.role === 'table') expect(new Set(one.rows.map((row) => row.length)).size).toBe(1)
      }
    }),
    { numRuns: 300 },
  )
})
