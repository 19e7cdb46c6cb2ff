import type { Bridge } from '../../src-core/api/codec.ts'
import { ApiFailure, type ApiClient } from '../../src-core/api/methods.ts'

/** Electron's bridge answers errors as values; the window's code wants them thrown. */
export function clientOfBridge(bridge: Bridge): ApiClient {
  return {
    async call(method, input) {
      const answer = await bridge.call(method, input)
      if ('error' in answer) throw new ApiFailure(answer.error)
      return answer.output
    },
    onEvent: (listener) => bridge.onEvent(listener),
  }
}
