import { Link } from 'react-router';
import type { EntryRowFragment } from '../../../generated/graphql';
import { useAddress, useChoices } from '../../shell/address';
import { momentInTable } from '../../shell/days';
import { Table, type Column } from '../../shell/table';
import { term } from '../../shell/words';

/** Entries of the ledger; each opens beside them, on another page among the ledger's. */
export function EntryRows({ caption, entries, isElsewhere }: {
  caption: string;
  entries: readonly EntryRowFragment[];
  isElsewhere?: boolean;
}) {
  const { say, lang, to } = useAddress();
  const { also } = useChoices();
  const columns: Column<EntryRowFragment>[] = [
    {
      name: 'seq',
      head: say('seq'),
      isNumber: true,
      cell: (e) => (
        <Link className="row-link" preventScrollReset to={isElsewhere ? to('ledger', { seq: String(e.seq) }) : also('seq', String(e.seq))}>
          {e.seq}
        </Link>
      ),
    },
    { name: 'day', head: say('moment'), cell: (e) => momentInTable(e.recordedAt) },
    { name: 'actor', head: say('actor'), cell: (e) => [e.actorName, e.role && term(lang, 'Role', e.role)].filter(Boolean).join(' · ') },
    { name: 'command', head: say('command'), cell: (e) => term(lang, 'Command', e.command) },
    { name: 'reason', head: say('reason'), cell: (e) => e.reason ?? <span className="quiet">{say('notRecorded')}</span> },
  ];
  const sheet = isElsewhere ? undefined : { kind: 'ledger' };
  return <Table caption={caption} columns={columns} rows={entries} rowKey={(e) => String(e.seq)} sheet={sheet} />;
}
