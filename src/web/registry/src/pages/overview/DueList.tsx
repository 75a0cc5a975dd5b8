import { Link } from 'react-router';
import type { DutyRowFragment, OverviewQuery } from '../../../generated/graphql';
import { useAddress, useChoices } from '../../shell/address';
import { called } from '../../shell/names';
import { countsOf, isWithin, SpanChips, spans } from '../../shell/spans';
import { Empty } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import { DutyAct, DutyDue, keyOf, Matter, PlanOf } from '../tasks/DutyList';

/** What is owed: overdue, and in the days to come; each figure opens its rows. */
export function DueList({ district }: { district: NonNullable<OverviewQuery['district']> }) {
  const { say, to } = useAddress();
  const { read, change } = useChoices();
  const { asOf, late, coming } = district;
  const counts = countsOf(district);
  // The worst first, where there is any.
  const usual = counts.overdue > 0 ? 'overdue' : '90';
  const chosen = spans.find((s) => s === read('within')[0]) ?? usual;
  const rows = chosen === 'overdue' ? late.nodes : coming.nodes.filter((d) => isWithin(chosen, d.due, asOf));
  const more = counts[chosen] - rows.length;
  const columns: Column<DutyRowFragment>[] = [
    { name: 'due', head: say('due'), cell: (d) => <DutyDue duty={d} asOf={asOf} /> },
    { name: 'kind', head: say('matter'), cell: (d) => <Matter duty={d} /> },
    { name: 'title', head: say('plan'), cell: (d) => <PlanOf duty={d} /> },
    { name: 'agency', head: say('agency'), cell: (d) => (d.agency ? called(d.agency) : say('notRecorded')) },
    { name: 'act', head: say('toDo'), cell: (d) => <DutyAct duty={d} /> },
  ];
  return (
    <section>
      <h2>{say('fallsDue')}</h2>
      <SpanChips counts={counts} chosen={chosen} choose={(s) => change({ within: s === usual ? undefined : s })} />
      {rows.length > 0 ? (
        <Table caption={say('fallsDue')} columns={columns} rows={rows} rowKey={keyOf} />
      ) : (
        <Empty>{say('nothingDue')}</Empty>
      )}
      {more > 0 && (
        <p>
          <Link to={to('tasks', { within: chosen })}>{say('andMore', { n: more })}</Link>
        </p>
      )}
    </section>
  );
}
