import { Link } from 'react-router';
import type { OverviewFindingsQuery } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { Counts } from '../../shell/counts';
import { called, tally } from '../../shell/names';
import { term } from '../../shell/words';

export type FindingRow = NonNullable<OverviewFindingsQuery['district']>['findings']['nodes'][number];

/** Bars, longest first; each leads to its rows. HTML alone: read by a screen reader, printed, and of no weight. */
export function Bars({ title, filter, findings }: { title: string; filter: 'capability' | 'agency'; findings: FindingRow[] }) {
  const { say, lang, to } = useAddress();
  const groups = tally(findings, (f) => (filter === 'capability' ? f.rule.capability : (f.responsible?.code ?? '')));
  const most = Math.max(1, ...groups.map(([, rows]) => rows.length));
  const name = (key: string, rows: FindingRow[]) =>
    filter === 'capability' ? term(lang, 'Capability', key) : rows[0]?.responsible ? called(rows[0].responsible) : say('without');
  return (
    <section>
      <h2>{title}</h2>
      <p className="quiet">{say('barsHint')}</p>
      <ul className="bars">
        {groups.map(([key, rows]) => {
          const unknown = rows.filter((f) => f.verdict === 'UNKNOWN').length;
          return (
            <li key={key}>
              <Link to={to('findings', { [filter]: key || 'none' })}>
                <span className="bar-name">{name(key, rows)}</span>
                <span className="bar" aria-hidden="true">
                  <span className="bar-fail" style={{ width: `${((rows.length - unknown) / most) * 100}%` }} />
                  <span className="bar-unknown" style={{ width: `${(unknown / most) * 100}%` }} />
                </span>
                <span className="bar-count"><Counts rows={rows} /></span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
