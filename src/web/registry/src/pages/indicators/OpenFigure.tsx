import { Drawer } from 'antd';
import { Link } from 'react-router';
import { useAddress, useChoices } from '../../shell/address';
import { VerdictMark } from '../../shell/marks';
import { RecordLink } from '../../shell/Record';
import { Empty, Refused } from '../../shell/states';
import { amountOf } from './amounts';
import type { Row } from './Indicators';
import { keyOf } from './Rows';

/** The figure that the address names: with whom it was compared, and how. */
export function OpenFigure({ rows }: { rows: Row[] }) {
  const { say } = useAddress();
  const { query, change } = useChoices();
  const key = query.get('open');
  const found = rows.flatMap((row) => row.targets.map((figure) => ({ row, figure }))).find(({ row, figure }) => keyOf(row, figure) === key);
  return (
    <Drawer
      open={key !== null}
      onClose={() => change({ open: undefined })}
      size={640}
      title={<h2 className="drawer-title">{say('steps')}</h2>}
      closable={{ 'aria-label': say('close') }}
    >
      {key !== null && (found ? <Shown {...found} /> : <Refused />)}
    </Drawer>
  );
}

function Shown({ row, figure }: { row: Row; figure: Row['targets'][number] }) {
  const { say, to } = useAddress();
  return (
    <>
      <p className="finding-sentence">
        {row.indicator.name} {row.year}: {amountOf(figure, '')}
      </p>
      <p>
        <Link to={to(`plans/${figure.plan.code}#indicators`)}>{figure.plan.title}</Link> ·{' '}
        <RecordLink id={figure.record.id}>{say('openRecord')}</RecordLink>
      </p>
      {figure.comparisons.length === 0 && <Empty>{say('notCompared')}</Empty>}
      {figure.comparisons.map((c) => (
        <section key={c.superior.code + c.year}>
          <h3>
            {say('demandedBy', { plan: c.superior.title })}: {c.demanded}
          </h3>
          <p>
            <RecordLink id={c.record.id}>{say('openRecord')}</RecordLink>
          </p>
          {c.unclear ? (
            <p>
              <VerdictMark verdict="UNKNOWN" /> {c.unclear}
            </p>
          ) : c.isWeaker ? (
            <>
              <p className="weak">▼ {say('weaker')}</p>
              <ol>
                {c.steps.map((s) => (
                  <li key={s}>{s}</li>
                ))}
              </ol>
              <Link to={to('findings', { plan: figure.plan.code, capability: 'Alignment' })}>{say('seeFinding')}</Link>
            </>
          ) : (
            <p>{say('notWeaker')}</p>
          )}
        </section>
      ))}
    </>
  );
}
