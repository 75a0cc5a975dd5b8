import { useAddress } from '../../shell/address';
import { withCommas } from '../../shell/days';
import type { Column } from '../../shell/table';
import { term } from '../../shell/words';
import { Entered, Recorded, Section } from '../../shell/parts';
import { aimOf, Grades } from './Grades';
import { Paths } from './Paths';
import type { PlanData } from './Plan';

type Target = PlanData['targets'][number];
type Reading = PlanData['readings'][number];

/** What is aimed at, and what was measured. */
export function Indicators({ plan }: { plan: PlanData }) {
  const { say, lang } = useAddress();
  const targets: Column<Target>[] = [
    { name: 'indicator', head: say('indicator'), cell: (t) => t.indicator.name },
    { name: 'measure', head: say('measureUnit'), cell: (t) => t.effectiveUnit },
    { name: 'nature', head: say('nature'), cell: (t) => term(lang, 'IndicatorNature', t.nature) },
    {
      name: 'base',
      head: say('base'),
      cell: (t) => (t.baseValue == null ? say('notRecorded') : `${withCommas(t.baseValue)}${t.baseYear ? ` (${t.baseYear})` : ''}`),
      isNumber: true,
    },
    { name: 'target', head: say('target'), cell: (t) => `${aimOf(t, t.wording ?? say('notRecorded'))} (${t.targetYear})`, isNumber: true },
    { name: 'record', head: say('record'), cell: (t) => <Entered row={t} />, isMinor: true },
  ];
  const readings: Column<Reading>[] = [
    { name: 'indicator', head: say('indicator'), cell: (r) => r.indicator.name },
    { name: 'measure', head: say('measureUnit'), cell: (r) => r.effectiveUnit },
    { name: 'year', head: say('year'), cell: (r) => r.year, isNumber: true },
    { name: 'value', head: say('value'), cell: (r) => withCommas(r.value), isNumber: true },
    { name: 'source', head: say('source'), cell: (r) => `${term(lang, 'ReadingSource', r.source)}${r.agency ? ` ${r.agency.name}` : ''}` },
    { name: 'record', head: say('record'), cell: (r) => <Entered row={r} />, isMinor: true },
  ];
  const inOrder = [...plan.readings].sort((a, b) => a.indicator.code.localeCompare(b.indicator.code) || a.year - b.year);
  return (
    <Section id="indicators" title={say('indicators')}>
      <Grades plan={plan} />
      <h3>{say('targets')}</h3>
      <Recorded title={say('targets')} rows={plan.targets} columns={targets} rowKey={(t) => t.id} />
      <h3>{say('readings')}</h3>
      <Recorded title={say('readings')} rows={inOrder} columns={readings} rowKey={(r) => r.id} />
      <Paths paths={plan.paths} />
    </Section>
  );
}
