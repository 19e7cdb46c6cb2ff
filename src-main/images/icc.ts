/** What a colour profile calls itself (ICC.1:2010 §7.3 and §10.15; ICC.1:2001 §6.5.17). */

const MOST_NAME = 200

/** The description of a profile; "ICC" where it has none that can be read. */
export function profileName(icc: Uint8Array): string {
  const bytes = Buffer.from(icc.buffer, icc.byteOffset, icc.length)
  try {
    const tags = bytes.readUInt32BE(128)
    for (let tag = 0; tag < Math.min(tags, 100); tag++) {
      const entry = 132 + 12 * tag
      if (bytes.toString('latin1', entry, entry + 4) !== 'desc') continue
      const name = description(bytes.subarray(bytes.readUInt32BE(entry + 4)))
      if (name) return name
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return 'ICC'
}

function description(tag: Buffer): string {
  const length = tag.readUInt32BE(8)
  // A description of version 2, in ASCII; of version 4, in UTF-16, whose first language is taken.
  const name = tag.toString('latin1', 0, 4) === 'mluc' ? utf16(tag.subarray(tag.readUInt32BE(24), tag.readUInt32BE(24) + tag.readUInt32BE(20))) : tag.toString('latin1', 12, 12 + Math.min(length, MOST_NAME))
  return name.replace(/\0[^]*/u, '').trim().slice(0, MOST_NAME)
}

function utf16(bytes: Buffer): string {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16().toString('utf16le')
}
