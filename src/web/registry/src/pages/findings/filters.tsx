import { useMemo } from 'react';
import { useAddress, useChoices } from '../../shell/address';
import { CountsOf } from '../../shell/counts';
import { Chips, Choice, FilterFoot, Filters, Sought } from '../../shell/filters';
import { called, tally } from '../../shell/names';
import { brief, term } from '../../shell/words';
import { agencyOf, ruleOf, type Finding } from './Groups';

const keys = {
  severity: (f: Finding) => f.severity as string,
  verdict: (f: Finding) => f.verdict as string,
  rule: ruleOf,
  capability: (f: Finding) => f.rule.capability,
  agency: agencyOf,
  plan: (f: Finding) => f.plan?.code ?? 'none',
  handed: (f: Finding) => (f.handedOut ? 'yes' : 'no'),
  waived: (f: Finding) => (f.waiver ? 'yes' : 'no'),
};

type Key = keyof typeof keys;
const names = Object.keys(keys) as Key[];

/** The findings that the address asks for. */
export function useFiltered(findings: Finding[]): Finding[] {
  const { query, read } = useChoices();
  return useMemo(() => {
    const chosen = names.map((name) => [keys[name], read(name)] as const).filter(([, values]) => values.length > 0);
    return findings.filter((f) => chosen.every(([keyOf, values]) => values.includes(keyOf(f))));
  }, [findings, query, read]);
}

export function FilterBar({ findings, shown }: { findings: Finding[]; shown: Finding[] }) {
  const { say, lang } = useAddress();
  const { read, change } = useChoices();
  const options = (name: Key, word: (key: string, first: Finding) => string) =>
    tally(findings, keys[name]).map(([value, rows]) => ({ value, label: `${word(value, rows[0]!)} (${rows.length})` }));
  const group = read('group')[0] ?? '';
  return (
    <>
      <Filters>
        <Chips
          name="severity"
          label={say('severity')}
          options={['BLOCKING', 'ERROR', 'WARNING', 'NOTICE'].map((value) => ({ value, label: term(lang, 'Severity', value) }))}
        />
        <Chips
          name="verdict"
          label={say('verdict')}
          options={['FAIL', 'CONDITIONAL', 'UNKNOWN'].map((value) => ({ value, label: brief(lang, 'Verdict', value) }))}
        />
        <Chips
          name="handed"
          label={say('handOut')}
          options={[{ value: 'yes', label: say('isHandedOut') }, { value: 'no', label: say('notHandedOut') }]}
        />
        <Chips
          name="waived"
          label={say('waive')}
          options={[{ value: 'yes', label: say('waived') }, { value: 'no', label: say('notWaived') }]}
        />
        <Sought name="rule" label={say('rule')} options={options('rule', (code, f) => `${code} ${f.rule.name}`)} />
        <Choice name="capability" label={say('capability')} options={options('capability', (c) => term(lang, 'Capability', c))} />
        <Choice
          name="agency"
          label={say('agency')}
          options={options('agency', (_, f) => (f.responsible ? called(f.responsible) : say('without')))}
        />
        <Choice name="plan" label={say('plan')} options={options('plan', (_, f) => f.plan?.title ?? say('aboutLists'))} />
        <label className="choice">
          {say('group')}
          <select value={group} onChange={(e) => change({ group: e.target.value })}>
            <option value="">{say('ungrouped')}</option>
            <option value="rule">{say('rule')}</option>
            <option value="agency">{say('agency')}</option>
            <option value="severity">{say('severity')}</option>
          </select>
        </label>
      </Filters>
      <FilterFoot names={names} hidden={findings.length - shown.length}>
        <CountsOf rows={shown} />
      </FilterFoot>
    </>
  );
}
