/** Plants' colour profiles, taken into the library. */
import { readProfile } from '../images/profile.ts'
import { ProfileStore } from '../storage/profiles.ts'
import type { Handlers, Machine } from './service.ts'

export function profileService({ library }: Machine): Handlers<'profiles.add'> {
  const store = new ProfileStore(library.folder)
  return {
    'profiles.add': async ({ bytes }) => {
      const { name, inkLimit } = await readProfile(bytes)
      return { profile: { hash: store.add(bytes), name, inkLimit } }
    },
  }
}
