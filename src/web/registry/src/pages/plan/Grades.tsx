import { useAddress, useChoices } from '../../shell/address';
import { withCommas } from '../../shell/days';
import { Chips, FilterFoot } from '../../shell/filters';
import { ActButton } from '../../shell/forms';
import { grades, GradeMark, VerdictMark } from '../../shell/marks';
import { Entered, Recorded } from '../../shell/parts';
import type { Column } from '../../shell/table';
import { term } from '../../shell/words';
import type { PlanData } from './Plan';

type Graded = PlanData['indicators'][number];
type Settlement = PlanData['readingSettlements'][number];

const none = 'NONE';

/** How far each indicator has come, whether its annual targets come to the target, and where its sources contradict each other. */
export function Grades({ plan }: { plan: PlanData }) {
  const { say, lang } = useAddress();
  const chosen = useChoices().read('grade');
  const nameOf = (grade: string) => (grade === none ? say('notGraded') : term(lang, 'ProgressGrade', grade));
  const count = (grade: string) => plan.indicators.filter((i) => (i.grade ?? none) === grade).length;
  const shown = plan.indicators.filter((i) => chosen.length === 0 || chosen.includes(i.grade ?? none));
  const columns: Column<Graded>[] = [
    {
      name: 'indicator',
      head: say('indicator'),
      cell: (i) => (
        <>
          {i.indicator.name} <small className="quiet">{term(lang, 'IndicatorNature', i.nature)}</small>
        </>
      ),
    },
    {
      name: 'grade',
      head: say('grade'),
      cell: (i) => (i.grade ? <GradeMark grade={i.grade} /> : <span className="quiet">{say('notGraded')}</span>),
    },
    {
      name: 'by',
      head: say('gradedBy'),
      cell: (i) => (
        <small>
          {i.gradeReason ?? i.gradeSteps.map((s) => <div key={s}>{s}</div>)}
        </small>
      ),
    },
    { name: 'annual', head: say('annualTargets'), cell: (i) => <Annual plan={plan} of={i} /> },
    { name: 'readings', head: say('readings'), cell: (i) => <Conflicts plan={plan.code} of={i} /> },
  ];
  return plan.indicators.length === 0 ? null : (
    <>
      <h3>{say('grades')}</h3>
      <Chips
        name="grade"
        label={say('grade')}
        options={[...grades, none].filter((g) => count(g) > 0).map((g) => ({
          value: g, label: `${nameOf(g)} ${count(g)}`,
        }))}
      />
      <FilterFoot names={['grade']} hidden={plan.indicators.length - shown.length}>
        {say('gradeHint')}
      </FilterFoot>
      <Recorded title={say('grades')} rows={shown} columns={columns} rowKey={(i) => i.indicator.code} />
      {plan.kind === 'DEVELOPMENT' && (
        <p className="buttons">
          <ActButton act="setAnnualTargets" fill={{ plan: plan.code }}>
            {say('setAnnual')}
          </ActButton>
        </p>
      )}
      <Settlements rows={plan.readingSettlements} />
    </>
  );
}

type Aim = Pick<PlanData['annualTargets'][number], 'targetValue' | 'targetLow' | 'targetHigh'>;

/** The value or range that is aimed at, or what is said instead. */
export const aimOf = (t: Aim, instead: string): string =>
  t.targetValue != null ? withCommas(t.targetValue)
  : t.targetLow != null || t.targetHigh != null ? `${withCommas(t.targetLow ?? '')}—${withCommas(t.targetHigh ?? '')}`
  : instead;

/** Those that stand, by year, and what does not come out. */
function Annual({ plan, of }: { plan: PlanData; of: Graded }) {
  const { say } = useAddress();
  const standing = plan.annualTargets.filter((t) => t.indicator.code === of.indicator.code).sort((a, b) => a.year - b.year);
  return (
    <>
      {standing.map((t) => (
        <small key={t.id} className="of-year">{t.year}: {aimOf(t, t.reason ?? say('notRecorded'))}</small>
      ))}
      <Path plan={plan.code} of={of} />
    </>
  );
}

function Path({ plan, of }: { plan: string; of: Graded }) {
  const { say } = useAddress();
  return of.annualFaults.length > 0 ? (
    <>
      {of.annualFaults.map((f) => (
        <div key={f} className="weak">▼ {f}</div>
      ))}
      <ActButton act="setAnnualTargets" fill={{ plan, annualTargets: [{ indicator: of.indicator.code }] }}>
        {say('setAnnual')}
      </ActButton>
    </>
  ) : of.annualUnclear ? (
    <small><VerdictMark verdict="UNKNOWN" /> {of.annualUnclear}</small>
  ) : null;
}

function Conflicts({ plan, of }: { plan: string; of: Graded }) {
  const { say, lang } = useAddress();
  return (
    <>
      {of.conflicts.map((c) => (
        <div key={c.year}>
          <VerdictMark verdict="UNKNOWN" /> {say('sourcesDiffer', { year: c.year, gap: c.gap, tolerance: c.tolerance })}{' '}
          {c.readings.map((r) => `${term(lang, 'ReadingSource', r.source)} ${withCommas(r.value)}${r.effectiveUnit}`).join(', ')}{' '}
          <ActButton act="settleReadings" fill={{ plan, indicator: of.indicator.code, year: c.year }}>
            {say('settle')}
          </ActButton>
        </div>
      ))}
    </>
  );
}

function Settlements({ rows }: { rows: Settlement[] }) {
  const { say, lang } = useAddress();
  const columns: Column<Settlement>[] = [
    { name: 'indicator', head: say('indicator'), cell: (s) => s.indicator.name },
    { name: 'year', head: say('year'), cell: (s) => s.year },
    { name: 'source', head: say('taken'), cell: (s) => term(lang, 'ReadingSource', s.source) },
    { name: 'reason', head: say('reason'), cell: (s) => `${s.agency?.name ?? ''} ${s.on} ${s.reason}` },
    { name: 'state', head: say('state'), cell: (s) => (s.holds ? say('settlementHolds') : say('settlementFell')) },
    { name: 'record', head: say('record'), cell: (s) => <Entered row={s} />, isMinor: true },
  ];
  return rows.length === 0 ? null : (
    <>
      <h3>{say('settlements')}</h3>
      <Recorded title={say('settlements')} rows={rows} columns={columns} rowKey={(s) => s.id} />
    </>
  );
}
