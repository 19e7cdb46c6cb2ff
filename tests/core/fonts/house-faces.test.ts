/** docs/typesetting.md, part 13: the faces as a house uses them. */
import { describe, expect, it } from 'vitest'
import { openFace } from '../../../src-core/fonts/face-index.ts'
import { faceSet } from '../../../src-core/fonts/face-set.ts'
import { houseFaces } from '../../../src-core/fonts/house-faces.ts'
import { readFace } from '../../../src-core/fonts/read-face.ts'
import { smallFace } from './small-face.ts'

const index = readFace(smallFace(), 'hash')
const machine = faceSet(['song', 'hei', 'kai', 'own'].map((id) => openFace(id, index)))
const ids = (faces: readonly { readonly id: string }[]) => faces.map(({ id }) => id)

describe('the faces of a house', () => {
  it('13.5 the faces that the house chose come first, in its order, and no face is lost', () => {
    const house = houseFaces(machine, { fallbacks: [{ face: 'song', to: ['own', 'gone', 'kai'] }] })
    expect(ids(house.chain('song'))).toEqual(['song', 'own', 'kai', 'hei'])
    expect(ids(house.chain('kai'))).toEqual(ids(machine.chain('kai')))
  })

  it('13.5 a composite falls back as its Han face does, then as its Western face', () => {
    const house = houseFaces(machine, { composites: [{ id: 'mix', name: '', han: 'kai', latin: 'own' }] })
    expect(ids(house.chain('mix'))).toEqual(['kai', 'song', 'hei', 'own'])
  })

  it('is the machine’s own set where the house has nothing of its own', () => {
    expect(houseFaces(machine, {})).toBe(machine)
    expect(houseFaces(machine, { composites: [], fallbacks: [] })).toBe(machine)
  })
})
