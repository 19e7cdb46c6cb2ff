import type { IssueFolder } from '../services/issue-folder/read-issue-folder.ts'
import { readIssueFolder } from '../services/issue-folder/read-issue-folder.ts'
import { warn } from './errors.ts'

/** Reads the folder, and tells what was passed over. */
export async function openIssueFolder(folder: string): Promise<IssueFolder> {
  const issue = await readIssueFolder(folder)
  for (const warning of issue.warnings) warn(warning)
  return issue
}
