import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useChoices } from './address';
import { useExported, type SheetOf } from './exports';

export interface Column<Row> {
  name: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** What rows are put in order by; without it the column is not sorted. */
  order?: (row: Row) => string | number;
  isNumber?: boolean;
  /** Left out on a telephone, where rows are cards. */
  isMinor?: boolean;
}

interface Props<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowClass?: (row: Row) => string | undefined;
  /** Whether the order stands in the address; one table of a page. */
  isSorted?: boolean;
  /** As which list its rows are exported, by their keys. */
  sheet?: SheetOf;
}

/** A table; below 768 px each row is a card. */
export function Table<Row>({ caption, columns, rows, rowKey, rowClass, isSorted, sheet }: Props<Row>) {
  const { read, change } = useChoices();
  const [by, isDown] = isSorted ? orderOf(read('sort')[0]) : [undefined, false];
  const column = columns.find((c) => c.name === by && c.order);
  const sorted = column ? sort(rows, column.order!, isDown) : rows;
  const place = useExported(sheet, () => sorted.map(rowKey));
  const direction = isDown ? 'descending' : 'ascending';
  const head = (c: Column<Row>) =>
    isSorted && c.order ? (
      <button
        type="button"
        className="sort"
        onClick={() => change({ sort: by !== c.name ? c.name : isDown ? undefined : `-${c.name}` })}
      >
        {c.head} <span aria-hidden="true">{by !== c.name ? '↕' : isDown ? '↓' : '↑'}</span>
      </button>
    ) : (
      c.head
    );
  return (
    <div className="scroll" role="region" aria-label={caption} tabIndex={0} ref={place}>
      <table>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((c) => (
              <th key={c.name} scope="col" className={classes(c)} aria-sort={by === c.name ? direction : undefined}>
                {head(c)}
              </th>
            ))}
          </tr>
        </thead>
        {chunksOf(sorted).map((chunk, i) => (
          <Rows key={i} columns={columns} rows={chunk} rowKey={rowKey} rowClass={rowClass} isVirtual={sorted.length >= virtualFrom} />
        ))}
      </table>
    </div>
  );
}

const virtualFrom = 200;
const chunk = 50;

const chunksOf = <Row,>(rows: readonly Row[]): (readonly Row[])[] =>
  rows.length < virtualFrom ? [rows]
  : Array.from({ length: Math.ceil(rows.length / chunk) }, (_, i) => rows.slice(i * chunk, (i + 1) * chunk));

type RowsProps<Row> = Pick<Props<Row>, 'columns' | 'rows' | 'rowKey' | 'rowClass'> & { isVirtual: boolean };

/** Some rows of a table; of a long one only those in sight, or about to be, are there, and on paper all. */
function Rows<Row>({ columns, rows, rowKey, rowClass, isVirtual }: RowsProps<Row>) {
  const [body, height] = useSight(isVirtual);
  return (
    <tbody ref={body} onKeyDown={walkRows}>
      {height !== undefined ? (
        <tr className="unseen-rows" style={{ height }}>
          <td colSpan={columns.length} />
        </tr>
      ) : (
        rows.map((row) => (
          <tr key={rowKey(row)} className={rowClass?.(row)}>
            {columns.map((c) => (
              <Cell key={c.name} column={c} row={row} />
            ))}
          </tr>
        ))
      )}
    </tbody>
  );
}

/** What is empty has no line of its own on a card. */
function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row);
  const isBlank = content == null || content === false || content === '' || (Array.isArray(content) && content.length === 0);
  return (
    <td className={isBlank ? `${classes(column)} blank` : classes(column)} data-head={column.head}>
      <div>{content}</div>
    </td>
  );
}

const guessed = 60 * chunk;

/** How high rows out of sight are; undefined while they are to be seen. */
function useSight(isVirtual: boolean): [React.RefObject<HTMLTableSectionElement | null>, number | undefined] {
  const body = useRef<HTMLTableSectionElement>(null);
  const [height, setHeight] = useState<number | undefined>(isVirtual ? guessed : undefined);
  useEffect(() => {
    if (!isVirtual) {
      setHeight(undefined);
      return;
    }
    const watched = new IntersectionObserver(
      ([entry]) => setHeight((h) => (entry!.isIntersecting ? undefined : (h ?? entry!.boundingClientRect.height))),
      { rootMargin: '1500px' },
    );
    watched.observe(body.current!);
    const showAll = () => flushSync(() => setHeight(undefined));
    addEventListener('beforeprint', showAll);
    return () => {
      watched.disconnect();
      removeEventListener('beforeprint', showAll);
    };
  }, [isVirtual]);
  return [body, height];
}

/** ↑ and ↓ go from a row's link to the next row's. */
function walkRows(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key] as 'nextElementSibling' | undefined;
  const link = step && (event.target as HTMLElement).closest('tr')?.[step]?.querySelector<HTMLElement>('.row-link');
  if (link) {
    event.preventDefault();
    link.focus();
  }
}

const classes = (c: { isNumber?: boolean; isMinor?: boolean; name: string }) =>
  [`col-${c.name}`, c.isNumber && 'number', c.isMinor && 'minor'].filter(Boolean).join(' ');

const orderOf = (sort: string | undefined): [string | undefined, boolean] =>
  sort?.startsWith('-') ? [sort.slice(1), true] : [sort, false];

function sort<Row>(rows: readonly Row[], order: (row: Row) => string | number, isDown: boolean): Row[] {
  const sign = isDown ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [order(a), order(b)];
    return sign * (typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'zh-CN'));
  });
}
