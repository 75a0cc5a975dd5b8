import type { ReactNode } from 'react';
import { useAddress } from './address';
import { momentInTable } from './days';
import { RecordLink } from './Record';
import { Empty } from './states';
import { Table, type Column } from './table';

/** A part of the page that can be linked to. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** A table, or that nothing is recorded. */
export function Recorded<Row>({ title, rows, columns, rowKey, sheet }: {
  title: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  sheet?: string;
}) {
  const { say } = useAddress();
  return rows.length > 0 ? (
    <Table caption={title} columns={columns} rows={rows} rowKey={rowKey} sheet={sheet ? { kind: sheet } : undefined} />
  ) : (
    <Empty>{say('notRecorded')}</Empty>
  );
}

/** Where a row stands in the ledger. */
export function Entered({ row }: { row: { id: string; seq: number; recordedAt: string } }) {
  const { say } = useAddress();
  return (
    <small>
      <RecordLink id={row.id}>{say('entry', { n: row.seq })}</RecordLink>{' '}
      <span className="quiet nowrap">{momentInTable(row.recordedAt)}</span>
    </small>
  );
}
