import { Link } from 'react-router';
import type { OverviewQuery } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { DoButton } from '../../shell/forms';
import { Due, SeverityMark } from '../../shell/marks';
import { called } from '../../shell/names';
import { Empty } from '../../shell/states';
import { Table, type Column } from '../../shell/table';

type First = NonNullable<OverviewQuery['district']>['first'];

/** The eight that are due first. */
export function FirstThings({ first, asOf }: { first: First; asOf: string }) {
  const { say, to } = useAddress();
  const columns: Column<First['nodes'][number]>[] = [
    { name: 'severity', head: say('severity'), cell: (f) => <SeverityMark severity={f.severity} /> },
    {
      name: 'sentence',
      head: say('sentence'),
      cell: (f) => (
        <Link className="row-link" to={to('findings', { open: f.id })}>
          {f.sentence}
        </Link>
      ),
    },
    { name: 'agency', head: say('agency'), cell: (f) => (f.responsible ? called(f.responsible) : say('notRecorded')) },
    { name: 'due', head: say('due'), cell: (f) => <Due due={f.due} urgency={f.urgency} asOf={asOf} /> },
    { name: 'act', head: say('toDo'), cell: (f) => <DoButton finding={f} /> },
  ];
  return (
    <section>
      <h2>{say('firstThings')}</h2>
      {first.nodes.length > 0 ? (
        <>
          <p className="quiet">
            {say('firstHint')} · <Link to={to('findings')}>{say('allFindings')}</Link>
          </p>
          <Table caption={say('firstThings')} columns={columns} rows={first.nodes} rowKey={(f) => f.id} />
        </>
      ) : (
        <Empty>{say('clean')}</Empty>
      )}
    </section>
  );
}
