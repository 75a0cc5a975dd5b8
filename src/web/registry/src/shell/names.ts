interface Named {
  name: string;
  aliases?: readonly string[] | null;
}

/** What an agency is called in a table: its first recorded alias, which offices use, else its name. */
export const called = (agency: Named): string => agency.aliases?.[0] ?? agency.name;

/** One however typed: width, case, spaces and quotes do not count. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s"'“”‘’《》]/g, '');

/** How many rows each key has, most first. */
export function tally<Row>(rows: readonly Row[], keyOf: (row: Row) => string): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].sort(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b));
}

/** A document by number and title. */
export const papers = (document: { title: string; number?: string | null } | null | undefined): string | undefined =>
  document ? [document.number, document.title].filter(Boolean).join(' ') : undefined;
