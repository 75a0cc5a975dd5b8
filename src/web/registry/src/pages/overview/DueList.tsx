import { Link } from 'react-router';
import type { DutiesFragment, OverviewQuery } from '../../../generated/graphql';
import { useAddress, useChoices } from '../../shell/address';
import { addDays } from '../../shell/days';
import { Due } from '../../shell/marks';
import { called } from '../../shell/names';
import { Empty } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import { term } from '../../shell/words';

type Duty = DutiesFragment['nodes'][number];

const spans = ['overdue', '7', '30', '90'] as const;

/** Review duties: those overdue, and those of the days to come; each figure opens its rows. */
export function DueList({ district }: { district: NonNullable<OverviewQuery['district']> }) {
  const { say, lang, to } = useAddress();
  const { read, change } = useChoices();
  const chosen = spans.find((s) => s === read('within')[0]) ?? '90';
  const { asOf, overdue, week, month, quarter } = district;
  const counts = { overdue: overdue.totalCount, 7: week.totalCount, 30: month.totalCount, 90: quarter.totalCount };
  const rows = chosen === 'overdue' ? overdue.nodes : quarter.nodes.filter((d) => d.due <= addDays(asOf, Number(chosen)));
  const columns: Column<Duty>[] = [
    { name: 'due', head: say('due'), cell: (d) => <Due due={d.due} urgency={d.state === 'OVERDUE' ? 'OVERDUE' : null} asOf={asOf} /> },
    { name: 'kind', head: say('duties'), cell: (d) => `${term(lang, 'ReviewKind', d.kind)} ${d.year}` },
    {
      name: 'title',
      head: say('plan'),
      cell: (d) => (
        <Link className="row-link" to={to(`plans/${d.plan.code}#duties`)}>
          {d.plan.title}
        </Link>
      ),
    },
    { name: 'agency', head: say('lead'), cell: (d) => (d.plan.leadAgencyOnDay ? called(d.plan.leadAgencyOnDay) : say('notRecorded')) },
    { name: 'state', head: say('status'), cell: (d) => term(lang, 'DutyState', d.state) },
  ];
  return (
    <section>
      <h2>{say('duties')}</h2>
      <div className="chips" role="group" aria-label={say('due')}>
        {spans.map((span) => (
          <button
            key={span}
            type="button"
            aria-pressed={span === chosen}
            onClick={() => change({ within: span === '90' ? undefined : span })}
          >
            {span === 'overdue' ? say('overdue') : say('within', { n: span })} <strong>{counts[span]}</strong>
          </button>
        ))}
      </div>
      {rows.length > 0 ? (
        <Table caption={say('duties')} columns={columns} rows={rows} rowKey={(d) => `${d.plan.code} ${d.kind} ${d.year}`} />
      ) : (
        <Empty>{say('nothingDue')}</Empty>
      )}
    </section>
  );
}
