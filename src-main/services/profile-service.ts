/** Plants' colour profiles, taken into the library. */
import { ProfileStore } from '../storage/profiles.ts'
import type { Handlers, Machine } from './service.ts'

export function profileService({ library }: Machine): Handlers<'profiles.add'> {
  const store = new ProfileStore(library.folder)
  return {
    'profiles.add': async ({ bytes }) => {
      // With it comes sharp, which the start does not wait for.
      const { readProfile } = await import('../images/profile.ts')
      const { name, inkLimit } = await readProfile(bytes)
      return { profile: { hash: store.add(bytes), name, inkLimit } }
    },
  }
}
