import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { ArchiveKey, Output } from '../../../src-core/api/methods.ts'
import { useText } from '../../text/language.ts'
import { useWindow } from '../editor-window.ts'
import styles from './archive.module.css'

export interface VerificationState {
  readonly running: ArchiveKey | 'all' | null
  readonly result: Output<'archive.verify'> | null
  /** Null verifies every issue. */
  verify(key: ArchiveKey | null): Promise<void>
}

export function useVerification(): VerificationState {
  const { host, notices } = useWindow()
  const [running, setRunning] = useState<VerificationState['running']>(null)
  const [result, setResult] = useState<VerificationState['result']>(null)
  return {
    running,
    result,
    async verify(key) {
      setRunning(key ?? 'all')
      setResult(null)
      const answer = await notices.attempt(() => host.api.call('archive.verify', { key }))
      setResult(answer ?? null)
      setRunning(null)
    },
  }
}

export function Verification({ result }: Pick<VerificationState, 'result'>) {
  const text = useText()
  if (!result) return null
  if (result.faults.length === 0) {
    return (
      <p className={styles.intact} role="status">
        <IconShieldCheck size={16} aria-hidden /> {text.archive.verified(result.checked)}
      </p>
    )
  }
  return (
    <div className={styles.faults} role="alert">
      <b>
        <IconAlertTriangle size={16} aria-hidden /> {text.archive.faults(result.faults.length)}
      </b>
      <ul>
        {result.faults.map((fault) => (
          <li key={`${fault.key} ${fault.page} ${fault.message}`}>
            {fault.key} {fault.page !== null && text.unit.pageShort(fault.page)} {fault.message}
          </li>
        ))}
      </ul>
    </div>
  )
}
