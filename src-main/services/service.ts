/** What a service is: some methods of the api, each a function of its checked input. */
import type { ApiEvent, Input, MethodName, Output } from '../../src-core/api/methods.ts'
import type { Library } from '../storage/library.ts'

export type Handlers<M extends MethodName = MethodName> = {
  readonly [K in M]: (input: Input<K>) => Output<K> | Promise<Output<K>>
}

/** What all services work with; clock and ids come from outside, so that tests can fix them. */
export interface Machine {
  readonly library: Library
  readonly now: () => Date
  readonly randomId: () => string
  readonly emit: (event: ApiEvent) => void
  /** Gets what nobody foresaw, for the log. */
  readonly report: (fault: unknown) => void
}
