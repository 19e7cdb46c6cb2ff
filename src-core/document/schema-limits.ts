import * as z from 'zod'

/** Limits that no real newspaper reaches; they keep a hostile file from filling the memory. */
export const MOST_CHARACTERS = 1_000_000
export const MOST_BLOCKS = 20_000
export const MOST_LINES = 2_000
export const MOST_RUBY = 100
export const MOST_COLUMNS = 100

export const text = z.string().max(MOST_CHARACTERS)
export const label = z.string().max(200)
export const points = z.number().positive().max(2_000)
