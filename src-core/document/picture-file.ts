/** Picture files that can be placed, and the limits that keep a hostile or mistaken one from filling the memory. */

export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/tiff', 'image/webp'] as const
export type PictureType = (typeof PICTURE_TYPES)[number]

/** A broadsheet page of four inks at 300 ppi, not packed, has 118 MB. */
export const MOST_PICTURE_BYTES = 200 << 20

/** A broadsheet page at 300 ppi has 30 million. */
export const MOST_PICTURE_PIXELS = 120_000_000

/** Pixels of a side: a broadsheet's height in line art of 1200 ppi, and more than that no canvas draws. */
export const MOST_PICTURE_SIDE = 30_000

/** Bytes of all channels: 16-bit pictures have twice as many as they print with. */
export const MOST_UNPACKED_BYTES = 512 << 20
