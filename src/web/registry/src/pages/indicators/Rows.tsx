import { Link } from 'react-router';
import { useAddress, useChoices } from '../../shell/address';
import { VerdictMark } from '../../shell/marks';
import { RecordLink } from '../../shell/Record';
import { Table, type Column } from '../../shell/table';
import { term } from '../../shell/words';
import { amountOf } from './amounts';
import type { Figure, Row } from './Indicators';

export const isWeaker = (f: Figure) => f.comparisons.some((c) => c.isWeaker);
export const keyOf = (row: Row, figure: Figure) => `${row.indicator.code}|${row.year}|${figure.plan.code}`;

export function Rows({ rows }: { rows: Row[] }) {
  const { say, lang } = useAddress();
  const of = (r: Row, isOutline: boolean) => r.targets.filter((t) => (t.plan.kind === 'DEVELOPMENT') === isOutline);
  const columns: Column<Row>[] = [
    {
      name: 'unit',
      head: say('indicator'),
      cell: (r) => (
        <>
          <strong>{r.indicator.name}</strong> <small className="quiet">{r.indicator.unit}</small>
          <div>
            <small className="quiet">{term(lang, 'Direction', r.indicator.direction)}</small>
          </div>
        </>
      ),
    },
    { name: 'year', head: say('targetYear'), cell: (r) => r.year },
    {
      name: 'allocation',
      head: say('allocated'),
      cell: (r) =>
        r.allocations.length > 0 ? r.allocations.map((a) => (
          <div key={a.record.id}>
            <RecordLink id={a.record.id}>{amountOf(a, r.indicator.unit)}</RecordLink>{' '}
            <small>{term(lang, 'IndicatorNature', a.nature)}</small>
          </div>
        ))
        : r.isAllocationMissing ? <VerdictMark verdict="UNKNOWN" />
        : <span className="quiet">{say('notRecorded')}</span>,
    },
    { name: 'outline', head: say('outline'), cell: (r) => <Figures row={r} figures={of(r, true)} isNamed={of(r, true).length > 1} /> },
    { name: 'others', head: say('otherPlans'), cell: (r) => <Figures row={r} figures={of(r, false)} isNamed /> },
  ];
  const keyOf = (r: Row) => `${r.indicator.code} ${r.year}`;
  return <Table caption={say('comparison')} columns={columns} rows={rows} rowKey={keyOf} sheet={{ kind: 'comparison' }} />;
}

function Figures({ row, figures, isNamed }: { row: Row; figures: Figure[]; isNamed: boolean }) {
  const { say, lang, to } = useAddress();
  const { also } = useChoices();
  if (figures.length === 0) {
    return <span className="quiet">{say('noneStated')}</span>;
  }
  return (
    <ul className="figures-of">
      {figures.map((f) => (
        <li key={f.record.id}>
          <Link preventScrollReset className={isWeaker(f) ? 'weak' : undefined} to={also('open', keyOf(row, f))}>
            {isWeaker(f) && (
              <>
                <span aria-hidden="true">▼</span>
                <span className="unseen">{say('weaker')}</span>{' '}
              </>
            )}
            {amountOf(f, row.indicator.unit)}
          </Link>{' '}
          {f.nature !== 'BINDING' && <small>{term(lang, 'IndicatorNature', f.nature)} </small>}
          {f.comparisons.some((c) => c.unclear) && <VerdictMark verdict="UNKNOWN" />}
          {isNamed && <Link to={to(`plans/${f.plan.code}#indicators`)}>{f.plan.title}</Link>}
        </li>
      ))}
    </ul>
  );
}
