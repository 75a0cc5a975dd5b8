import { Alert } from 'antd';
import { Link } from 'react-router';
import type { WhatIfQuery } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { saidAhead } from '../../shell/aheadWords';
import { withCommas } from '../../shell/days';
import { FindingMark } from '../../shell/marks';
import { tally } from '../../shell/names';
import { Pairs } from '../../shell/Pairs';
import { Table, type Column } from '../../shell/table';
import { term } from '../../shell/words';

type Data = NonNullable<WhatIfQuery['whatIf']>;
type Finding = Data['opened'][number];
type Duty = Data['dutiesCreated'][number];

/** How findings, money and duties would differ, or why it would be refused. */
export function Outcome({ outcome, planned }: { outcome: Data; planned: number }) {
  const { say, lang } = useAddress();
  const ahead = saidAhead(lang);
  if (outcome.problems.length > 0) {
    return <Alert type="error" showIcon role="alert" title={refused(outcome.problems)} />;
  }
  // A finding that would open or clear stands among the findings.
  const ofTheirOwn = (duties: Duty[]) => duties.filter((d) => d.kind !== 'FINDING');
  return (
    <section id="outcome" aria-live="polite">
      <h2>{ahead('trialsOutcome')}</h2>
      <Pairs
        pairs={[
          [say('willOpen'), say('count', { n: outcome.openedCount })],
          [say('willClear'), say('count', { n: outcome.clearedCount })],
          [ahead('moneyTouched'), withCommas(outcome.moneyTouched)],
        ]}
      />
      {outcome.assumedSteps.length > 0 && (
        <p>
          {ahead('waveAssumed')}{lang === 'zh' ? '：' : ': '}
          {outcome.assumedSteps.join(lang === 'zh' ? '、' : ', ')}
        </p>
      )}
      {(outcome.opened.length < outcome.openedCount || outcome.cleared.length < outcome.clearedCount) && (
        <p className="quiet">{ahead('trialsOfFirst', { n: Math.max(outcome.opened.length, outcome.cleared.length) })}</p>
      )}
      <ByRule opened={outcome.opened} cleared={outcome.cleared} />
      <Findings title={say('willOpen')} findings={outcome.opened} count={outcome.openedCount} />
      <Findings title={say('willClear')} findings={outcome.cleared} count={outcome.clearedCount} />
      <Money shifts={outcome.funding} />
      <Duties title={ahead('dutiesCreated')} duties={ofTheirOwn(outcome.dutiesCreated)} />
      <Duties title={ahead('dutiesEnded')} duties={ofTheirOwn(outcome.dutiesEnded)} />
    </section>
  );

  /** Which of the acts, and why. */
  function refused(problems: Data['problems']): string {
    const at = Number(problems[0]!.path.find((part) => /^\d+$/.test(part)) ?? planned);
    const which = at < planned ? ahead('plannedRefused', { n: at + 1 }) : '';
    return which + problems.map((p) => p.message).join(' ');
  }
}

function ByRule({ opened, cleared }: { opened: Finding[]; cleared: Finding[] }) {
  const { say, lang } = useAddress();
  const ahead = saidAhead(lang);
  const rows = tally([...opened, ...cleared], (f) => f.rule.code).map(([code, all]) => ({ code, name: all[0]!.rule.name }));
  const of = (code: string, findings: Finding[]) => findings.filter((f) => f.rule.code === code).length;
  const columns: Column<(typeof rows)[number]>[] = [
    { name: 'rule', head: say('rule'), cell: (r) => r.code },
    { name: 'sentence', head: say('obligation'), cell: (r) => r.name },
    { name: 'opened', head: say('willOpen'), cell: (r) => of(r.code, opened), isNumber: true },
    { name: 'cleared', head: say('willClear'), cell: (r) => of(r.code, cleared), isNumber: true },
  ];
  return rows.length === 0 ? (
    <p>{say('changesNothing')}</p>
  ) : (
    <Table caption={ahead('trialsByRule')} columns={columns} rows={rows} rowKey={(r) => r.code} />
  );
}

const mostShown = 20;

/** The first of them. */
function Findings({ title, findings, count }: { title: string; findings: Finding[]; count: number }) {
  const { lang } = useAddress();
  const ahead = saidAhead(lang);
  return count === 0 ? null : (
    <>
      <h3>
        {title} {count}
      </h3>
      {count > mostShown && <p className="quiet">{ahead('trialsFirst', { n: mostShown })}</p>}
      <ul>
        {findings.slice(0, mostShown).map((f) => (
          <li key={f.key}>
            <FindingMark finding={f} /> {f.sentence}
          </li>
        ))}
      </ul>
    </>
  );
}

function Money({ shifts }: { shifts: Data['funding'] }) {
  const { say, lang, to } = useAddress();
  const ahead = saidAhead(lang);
  const verdict = (value: string | null | undefined) => (value ? term(lang, 'FundingVerdict', value) : ahead('trialsNoPlan'));
  const columns: Column<Data['funding'][number]>[] = [
    { name: 'title', head: say('plan'), cell: (s) => <Link to={to(`plans/${s.plan.code}#money`)}>{s.plan.title}</Link> },
    { name: 'project', head: say('project'), cell: (s) => s.line?.project },
    { name: 'amount', head: say('amount'), cell: (s) => s.line && withCommas(s.line.amount), isNumber: true },
    { name: 'purpose', head: say('purpose'), cell: (s) => term(lang, 'FundingPurpose', s.purpose) },
    { name: 'before', head: ahead('trialsBefore'), cell: (s) => verdict(s.before) },
    { name: 'after', head: ahead('trialsAfter'), cell: (s) => verdict(s.after) },
  ];
  return shifts.length === 0 ? null : (
    <>
      <h3>{ahead('trialsMoney')}</h3>
      <Table
        caption={ahead('trialsMoney')}
        columns={columns}
        rows={shifts}
        rowKey={(s) => [s.plan.code, s.purpose, s.money, s.line?.id].join()}
      />
    </>
  );
}

function Duties({ title, duties }: { title: string; duties: Duty[] }) {
  const { say, lang } = useAddress();
  const columns: Column<Duty>[] = [
    { name: 'kind', head: say('kind'), cell: (d) => [term(lang, 'DutyKind', d.kind), d.year].filter(Boolean).join(' ') },
    { name: 'due', head: say('due'), cell: (d) => d.due },
    { name: 'reason', head: say('whyThisDay'), cell: (d) => d.reason },
  ];
  return duties.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <Table caption={title} columns={columns} rows={duties} rowKey={(d) => d.key} />
    </>
  );
}
