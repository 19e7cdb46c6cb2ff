/** A story's headline: set in the form and direction that the story asks for, and placed among its legs. */
import { headlineForm } from '../../document/headline.ts'
import type { Leg } from '../../document/grid.ts'
import type { StoryRecord } from '../../document/records.ts'
import { placeInBody, type GroupSetter } from './headline-area.ts'
import { setHeadlineGroup } from './headline-group.ts'
import { placeOver, type PlacedHeadline } from './headline-place.ts'
import type { GroupInput } from './headline-title.ts'
import { setVerticalGroup } from './headline-vertical.ts'
import type { Obstacle } from './slots.ts'

export function placeHeadline(input: GroupInput, story: StoryRecord, legs: readonly Leg[], obstacles: readonly Obstacle[]): PlacedHeadline {
  const { style, grid, inset = 0 } = input
  const headline = input.headline ?? {}
  const form = headlineForm(story)
  if (form === 'over') {
    return placeOver(legs, obstacles, headline.lines ?? 0, grid.linePitch, (columns) => setHeadlineGroup(input, { columns, left: inset * grid.bodySize, right: inset * grid.bodySize, mostLines: mostLines(columns) }))
  }
  const set: GroupSetter = { across: (room) => setHeadlineGroup(input, room), down: (room) => setVerticalGroup(input, room) }
  return placeInBody({ style, grid, form, headline, measure: story.measure, legs, obstacles, inset }, set)
}

/** Lines that a title over its story may take before it counts as too wide. */
function mostLines(columns: number): number {
  return columns <= 2 ? 3 : 2
}
