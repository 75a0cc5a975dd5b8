import { Link } from 'react-router';
import { useAddress } from '../../shell/address';
import { useMe } from '../../shell/me';
import { Due, FindingMark } from '../../shell/marks';
import { Empty } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import type { List } from './Lists';

/** What is found of the list itself; each opens among the findings. */
export function ListFindings({ list, asOf }: { list: List; asOf: string }) {
  const { say, to } = useAddress();
  const me = useMe();
  const columns: Column<List['findings'][number]>[] = [
    { name: 'severity', head: say('severity'), cell: (f) => <FindingMark finding={f} /> },
    {
      name: 'sentence',
      head: say('sentence'),
      cell: (f) => (
        <Link className="row-link" to={to('findings', { open: f.id })}>
          {f.sentence}
        </Link>
      ),
    },
    { name: 'due', head: say('due'), cell: (f) => <Due due={f.due} urgency={f.urgency} asOf={asOf} /> },
  ];
  return (
    <section>
      <h2>{say('problems')}</h2>
      {list.findings.length > 0 ? (
        <Table caption={say('problems')} columns={columns} rows={list.findings} rowKey={(f) => f.id} />
      ) : (
        <Empty>{say(me.role === 'DEPARTMENT' ? 'noFindingsOfOwn' : 'noFindings')}</Empty>
      )}
    </section>
  );
}
