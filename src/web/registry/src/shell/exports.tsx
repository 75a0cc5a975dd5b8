import { Button } from 'antd';
import { createContext, useContext, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useAddress, useSeen } from './address';
import { useDownload } from './download';

/** A list as the server calls it; of a list's entries, and of a difference, which. */
export interface SheetOf {
  kind: string;
  list?: string;
  from?: string;
}

interface Shown {
  sheet: SheetOf;
  place: RefObject<HTMLElement | null>;
  keys: () => string[];
}

/** What of a page can be exported. */
interface Exports {
  shown: Set<Shown>;
  add: (table: Shown) => () => void;
  count: number;
}

export const ExportContext = createContext<Exports | undefined>(undefined);

export function useExports(): Exports {
  const [count, setCount] = useState(0);
  const shown = useRef(new Set<Shown>()).current;
  return useMemo(
    () => ({
      shown,
      count,
      add: (table) => {
        shown.add(table);
        setCount(shown.size);
        return () => {
          shown.delete(table);
          setCount(shown.size);
        };
      },
    }),
    [shown, count],
  );
}

/** Where a table stands, so that tables of one list are exported in their order; its rows as they are when it is asked for. */
export function useExported(sheet: SheetOf | undefined, keys: () => string[]): RefObject<HTMLDivElement | null> {
  const add = useContext(ExportContext)?.add;
  const place = useRef<HTMLDivElement>(null);
  const read = useRef(keys);
  read.current = keys;
  const { kind, list, from } = sheet ?? {};
  const adding = useRef(add);
  adding.current = add;
  useEffect(
    () => (kind ? adding.current?.({ sheet: { kind, list, from }, place, keys: () => read.current() }) : undefined),
    [kind, list, from],
  );
  return place;
}

/** One workbook with the rows that are shown, a sheet for each list. */
function chosen({ shown }: Exports): (SheetOf & { rows: string[] })[] {
  const inOrder = [...shown].sort((a, b) =>
    a.place.current!.compareDocumentPosition(b.place.current!) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  const sheets = new Map<string, SheetOf & { rows: string[] }>();
  for (const { sheet, keys } of inOrder) {
    const known = sheets.get(sheet.kind) ?? { ...sheet, rows: [] };
    known.rows.push(...keys());
    sheets.set(sheet.kind, known);
  }
  return [...sheets.values()];
}

/** The server writes the file from its own answers: this says which rows are shown, in which order and view. */
export function ExportButton({ of }: { of: Exports }) {
  const { say, view } = useAddress();
  const vector = useSeen()?.vector;
  const { isBusy, refusal, run } = useDownload('/export');
  if (of.count === 0) {
    return null;
  }
  return (
    <>
      <span role="status">
        {isBusy && say('exporting')}
        {refusal && `${say('notExported')}${refusal}`}
      </span>
      <Button onClick={() => void run({ ...view, vector, sheets: chosen(of) })} disabled={isBusy}>
        {say('exportExcel')}
      </Button>
    </>
  );
}
