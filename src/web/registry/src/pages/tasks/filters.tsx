import { useMemo } from 'react';
import { useAddress, useChoices } from '../../shell/address';
import { Chips, Choice, FilterFoot, Filters } from '../../shell/filters';
import { saidDays } from '../../shell/dayWords';
import { useMe } from '../../shell/me';
import { called, tally } from '../../shell/names';
import { term } from '../../shell/words';
import type { Duty } from './Tasks';

const keys = {
  agency: (d: Duty) => d.agency?.code ?? 'none',
  kind: (d: Duty) => d.kind as string,
};

type Key = keyof typeof keys;
const names = Object.keys(keys) as Key[];

export function useFiltered(duties: Duty[]): Duty[] {
  const { query, read } = useChoices();
  return useMemo(() => {
    const chosen = names.map((name) => [keys[name], read(name)] as const).filter(([, values]) => values.length > 0);
    return duties.filter((d) => chosen.every(([keyOf, values]) => values.includes(keyOf(d))));
  }, [duties, query, read]);
}

export function TaskFilters({ duties, shown }: { duties: Duty[]; shown: Duty[] }) {
  const { say, lang } = useAddress();
  const said = saidDays(lang);
  const persons = usePersons(duties);
  const isOfOne = useChoices().read('person').length > 0;
  const agencies = tally(duties, keys.agency).map(([value, rows]) => ({
    value,
    label: `${rows[0]!.agency ? called(rows[0]!.agency) : say('without')} (${rows.length})`,
  }));
  const kinds = tally(duties, keys.kind).map(([value]) => ({ value, label: term(lang, 'DutyKind', value) }));
  return (
    <>
      <Filters>
        <Choice name="agency" label={say('agency')} options={agencies} />
        <Choice name="person" label={said('person')} options={persons} />
        <Chips name="kind" label={say('matter')} options={kinds} />
      </Filters>
      <FilterFoot names={names} hidden={duties.length - shown.length}>
        {say('count', { n: shown.length })}
      </FilterFoot>
      {isOfOne && <p className="quiet">{said('personHint')}</p>}
    </>
  );
}

/** Oneself, where one's agency owes something, and whom the duties name. */
function usePersons(duties: Duty[]) {
  const { lang } = useAddress();
  const me = useMe();
  const mine = ofAgencies.includes(me.role) ? [{ value: me.name, label: saidDays(lang)('ofMe', { name: me.name }) }] : [];
  const named = [...new Set(duties.map((d) => d.person))].filter((p) => p != null && p !== me.name) as string[];
  return [...mine, ...named.sort().map((name) => ({ value: name, label: name }))];
}

/** Who speak for an agency. */
export const ofAgencies = ['REFORM_COMMISSION', 'DEPARTMENT', 'FINANCE'];
