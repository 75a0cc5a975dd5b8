import { useMemo } from 'react';
import { useAddress, useChoices } from '../../shell/address';
import { Chips, Choice, FilterFoot, Filters } from '../../shell/filters';
import { called, tally } from '../../shell/names';
import { term } from '../../shell/words';
import type { Review } from './ReviewRows';

const keys = {
  kind: (r: Review) => r.kind as string,
  state: (r: Review) => r.state as string,
  year: (r: Review) => r.due.slice(0, 4),
  agency: (r: Review) => r.plan.leadAgencyOnDay?.code ?? 'none',
};

type Key = keyof typeof keys;
const names = Object.keys(keys) as Key[];
const states = ['OVERDUE', 'DUE_SOON', 'UPCOMING', 'DONE', 'DONE_LATE', 'NOT_RECORDED'];

/** What the address asks for, those that wait for somebody first. */
export function useFiltered(reviews: Review[]): Review[] {
  const { query, read } = useChoices();
  return useMemo(() => {
    const chosen = names.map((name) => [keys[name], read(name)] as const).filter(([, values]) => values.length > 0);
    return reviews
      .filter((r) => chosen.every(([keyOf, values]) => values.includes(keyOf(r))))
      .sort((a, b) => states.indexOf(a.state) - states.indexOf(b.state) || a.due.localeCompare(b.due));
  }, [reviews, query, read]);
}

export function ReviewFilters({ reviews, shown }: { reviews: Review[]; shown: Review[] }) {
  const { say, lang } = useAddress();
  const options = (name: Key, word: (key: string, first: Review) => string) =>
    tally(reviews, keys[name]).map(([value, rows]) => ({ value, label: `${word(value, rows[0]!)} (${rows.length})` }));
  return (
    <>
      <Filters>
        <Chips
          name="state"
          label={say('status')}
          options={states.map((value) => ({ value, label: term(lang, 'DutyState', value) }))}
        />
        <Choice name="kind" label={say('kind')} options={options('kind', (k) => term(lang, 'ReviewKind', k))} />
        <Choice name="year" label={say('dueYear')} options={options('year', (y) => y).sort((a, b) => a.value.localeCompare(b.value))} />
        <Choice
          name="agency"
          label={say('lead')}
          options={options('agency', (_, r) => (r.plan.leadAgencyOnDay ? called(r.plan.leadAgencyOnDay) : say('notRecorded')))}
        />
      </Filters>
      <FilterFoot names={names} hidden={reviews.length - shown.length}>
        {say('count', { n: shown.length })}
      </FilterFoot>
    </>
  );
}
