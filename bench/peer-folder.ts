/** The peers' text (`[{title, subtitle, blocks: [{p} | {h}]}]`) as an issue folder: node bench/peer-folder.ts PAGES.json FOLDER */
import { readFileSync } from 'node:fs'
import { writeIssue } from './export.ts'

interface PeerPage {
  readonly title: string
  readonly subtitle: string
  readonly blocks: readonly ({ readonly p: string } | { readonly h: readonly string[] })[]
}

const [pages, folder] = process.argv.slice(2)
if (!pages || !folder) throw new Error('node bench/peer-folder.ts PAGES.json FOLDER')
const given = JSON.parse(readFileSync(pages, 'utf8')) as readonly PeerPage[]
writeIssue(
  given.map(({ title, subtitle, blocks }) => ({
    headline: title,
    subtitle,
    blocks: blocks.map((block) => ('p' in block ? { role: 'paragraph', text: block.p } : { role: 'crosshead', lines: block.h })),
  })),
  folder,
)
