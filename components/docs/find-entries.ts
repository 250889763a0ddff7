/** One API of the contents, with its operations. */
export interface IndexGroup {
  id: string;
  title: string;
  entries: readonly { id: string; summary: string; path: string }[];
}

/** The groups with the entries of which every word stands in the id, the summary or the path; empty groups are left out. */
export function findEntries(groups: readonly IndexGroup[], search: string): IndexGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...groups];
  return groups
    .map((group) => ({
      ...group,
      entries: group.entries.filter(({ id, summary, path }) => {
        const text = `${id} ${summary} ${path} ${group.title}`.toLowerCase();
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ entries }) => entries.length > 0);
}
