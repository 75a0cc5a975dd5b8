import { Link } from 'react-router';
import { useAddress } from '../../shell/address';
import { Chips, Choice, Filters } from '../../shell/filters';
import { saidHandover } from '../../shell/handoverWords';
import { called, tally } from '../../shell/names';
import { term } from '../../shell/words';
import type { Period, Row } from './Handover';

export const names = ['evaluation', 'succession', 'continuation', 'agency'] as const;

/** The handovers that there are, by the year in which the new period begins. */
export function Periods({ period }: { period: Period }) {
  const { lang, to } = useAddress();
  const told = saidHandover(lang);
  return period.beginnings.length > 1 ? (
    <nav className="chips" aria-label={told('period')}>
      {period.beginnings.map((year) => (
        <Link key={year} to={to('handover', { from: String(year) })} aria-current={year === period.from ? 'page' : undefined}>
          {told('periodFrom', { year })}
        </Link>
      ))}
    </nav>
  ) : null;
}

/** By what is owed, with how many there are of each. */
export function FilterBar({ period, rows }: { period: Period; rows: Row[] }) {
  const { say, lang } = useAddress();
  const told = saidHandover(lang);
  const agencies = tally(rows.filter((r) => r.plan.leadAgencyOnDay), (r) => called(r.plan.leadAgencyOnDay!))
    .map(([name, of]) => ({ value: name, label: `${name} ${of.length}` }));
  return (
    <Filters>
      <Chips
        name="evaluation"
        label={told('evaluation')}
        options={period.byEvaluation.map((c) => ({
          value: c.standing, label: `${term(lang, 'EvaluationStanding', c.standing)} ${c.count}`,
        }))}
      />
      <Chips
        name="succession"
        label={told('succession')}
        options={period.bySuccession.map((c) => ({
          value: c.standing, label: `${term(lang, 'SuccessionStanding', c.standing)} ${c.count}`,
        }))}
      />
      <Chips
        name="continuation"
        label={told('continuation')}
        options={period.byContinuation.map((c) => ({
          value: c.standing, label: `${term(lang, 'ContinuationStanding', c.standing)} ${c.count}`,
        }))}
      />
      {agencies.length > 1 && (
        <Choice name="agency" label={say('lead')} options={agencies} />
      )}
    </Filters>
  );
}
