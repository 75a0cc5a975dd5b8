import { useMemo } from 'react';
import { useAddress, useChoices } from '../../shell/address';
import { Chips, Choice, FilterFoot, Filters } from '../../shell/filters';
import { called, folded, tally } from '../../shell/names';
import { brief, term, type TermKind } from '../../shell/words';
import { fundingOf, type Plan } from './PlanRows';

const keys = {
  light: (p: Plan) => p.light ?? 'none',
  kind: (p: Plan) => p.kind as string,
  status: (p: Plan) => p.status as string,
  listing: (p: Plan) => p.listing as string,
  funding: (p: Plan) => fundingOf(p) as string,
  agency: (p: Plan) => p.leadAgencyOnDay?.code ?? 'none',
};

type Key = keyof typeof keys;
const names = Object.keys(keys) as Key[];

/** What a plan is found by: its title, its code, and how its lead agency is called. */
const wordsOf = ({ title, code, leadAgencyOnDay: lead }: Plan): string =>
  folded([title, code, lead?.name, ...(lead?.aliases ?? [])].join(' | '));

/** The plans that the address asks for. */
export function useFiltered(plans: Plan[]): Plan[] {
  const { query, read } = useChoices();
  return useMemo(() => {
    const chosen = names.map((name) => [keys[name], read(name)] as const).filter(([, values]) => values.length > 0);
    const text = folded(query.get('text') ?? '');
    return plans.filter((p) => chosen.every(([keyOf, values]) => values.includes(keyOf(p))) && wordsOf(p).includes(text));
  }, [plans, query, read]);
}

export function PlanFilters({ plans, shown }: { plans: Plan[]; shown: Plan[] }) {
  const { say, lang } = useAddress();
  const options = (name: Key, word: (key: string, first: Plan) => string) =>
    tally(plans, keys[name]).map(([value, rows]) => ({ value, label: `${word(value, rows[0]!)} (${rows.length})` }));
  const terms = (name: Key, kind: TermKind) => options(name, (value) => brief(lang, kind, value));
  return (
    <>
      <Filters>
        <Chips
          name="light"
          label={say('light')}
          options={['RED', 'YELLOW', 'GREEN', 'GREY'].map((value) => ({ value, label: term(lang, 'Light', value) }))}
        />
        <Choice name="kind" label={say('kind')} options={terms('kind', 'PlanKind')} />
        <Choice name="status" label={say('status')} options={terms('status', 'PlanStatus')} />
        <Choice name="listing" label={say('listing')} options={terms('listing', 'PlanListing')} />
        <Choice
          name="funding"
          label={say('fundingStanding')}
          options={options('funding', (value) => (value === 'none' ? say('notJudged') : brief(lang, 'FundingVerdict', value)))}
        />
        <Choice
          name="agency"
          label={say('lead')}
          options={options('agency', (_, p) => (p.leadAgencyOnDay ? called(p.leadAgencyOnDay) : say('notRecorded')))}
        />
      </Filters>
      <FilterFoot names={[...names, 'text']} hidden={plans.length - shown.length}>
        {say('countPlans', { n: shown.length })}
      </FilterFoot>
    </>
  );
}
