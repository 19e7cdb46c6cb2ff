import { expect, test } from 'vitest'
import { acceptFault, takeBackAcceptance } from '../../../src-core/commands/acceptance.ts'
import { applyChange } from '../../../src-core/document/change.ts'
import { issueOf, type AcceptedFault, type Document } from '../../../src-core/document/records.ts'
import { anIssue } from './document.ts'

const accept = (document: Document, fault: AcceptedFault) => applyChange(document, acceptFault(document, fault)!)

test('a fault is accepted with a reason, once, and taken back without a trace', () => {
  const once = accept(accept(anIssue, { key: 'underset:1a', reason: '留白' }), { key: 'low-ppi:2b', reason: '资料图', by: '林禾' })
  const twice = accept(once, { key: 'underset:1a', reason: ' 下方接广告 ' })
  expect(issueOf(twice).accepted).toEqual([{ key: 'low-ppi:2b', reason: '资料图', by: '林禾' }, { key: 'underset:1a', reason: '下方接广告' }])
  const left = applyChange(twice, takeBackAcceptance(twice, 'low-ppi:2b')!)
  expect(applyChange(left, takeBackAcceptance(left, 'underset:1a')!)).toEqual(anIssue)
})

test('no reason, no acceptance; nothing to take back, no change', () => {
  expect(acceptFault(anIssue, { key: 'underset:1a', reason: '  ' })).toBeNull()
  expect(takeBackAcceptance(anIssue, 'underset:1a')).toBeNull()
})
