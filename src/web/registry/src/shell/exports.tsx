import { Button } from 'antd';
import { createContext, useContext, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useAddress, useSeen } from './address';

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
  const { say, lang, view } = useAddress();
  const vector = useSeen()?.vector;
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  if (of.count === 0) {
    return null;
  }
  const run = async () => {
    setBusy(true);
    setRefusal(await download('/export', { ...view, vector, sheets: chosen(of) }, lang));
    setBusy(false);
  };
  return (
    <>
      <span role="status">
        {isBusy && say('exporting')}
        {refusal !== undefined && `${say('notExported')}${refusal || say('offline')}`}
      </span>
      <Button onClick={() => void run()} disabled={isBusy}>
        {say('exportExcel')}
      </Button>
    </>
  );
}

/** Nothing where the file was given; else the server's sentence, '' where it cannot be reached. */
export async function download(from: '/export' | '/papers', asked: object, lang: string): Promise<string | undefined> {
  try {
    const response = await fetch(from, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'accept-language': lang },
      body: JSON.stringify(asked),
    });
    if (!response.ok) {
      return ((await response.json().catch(() => ({}))) as { message?: string }).message ?? '';
    }
    const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = decodeURIComponent(name ?? 'registry');
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    return undefined;
  } catch {
    return '';
  }
}
