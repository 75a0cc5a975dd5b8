import { Link } from 'react-router';
import { useAddress } from '../../shell/address';
import { Due } from '../../shell/marks';
import { called, papers } from '../../shell/names';
import { PaperButton } from '../../shell/papers';
import type { Column } from '../../shell/table';
import { term } from '../../shell/words';
import { Entered, Recorded, Section } from '../../shell/parts';
import type { PlanData } from './Plan';
import { Timeline } from './Timeline';
import { Waves } from './Wave';

/** What was done, in the order of the days. */
export function Procedure({ plan, asOf }: { plan: PlanData; asOf: string }) {
  const { say, lang } = useAddress();
  type Act = PlanData['acts'][number];
  const columns: Column<Act>[] = [
    { name: 'day', head: say('day'), cell: (a) => a.on },
    {
      name: 'act',
      head: say('act'),
      cell: (a) => [term(lang, 'ActType', a.type), a.result && term(lang, 'ActResult', a.result)].filter(Boolean).join(' · '),
    },
    {
      name: 'about',
      head: say('about'),
      cell: (a) => [term(lang, 'ActAbout', a.about), a.year, a.version && `v${a.version}`].filter(Boolean).join(' '),
    },
    {
      name: 'unit',
      head: say('unit'),
      cell: (a) => [a.agency, ...(a.coAgencies ?? [])].flatMap((g) => (g ? called(g) : [])).join('、') || say('notRecorded'),
    },
    { name: 'document', head: say('document'), cell: (a) => papers(a.document) ?? say('notRecorded') },
    { name: 'record', head: say('record'), cell: (a) => <Entered row={a} />, isMinor: true },
  ];
  const acts = [...plan.acts].sort((a, b) => a.on.localeCompare(b.on));
  return (
    <Section id="procedure" title={say('procedure')}>
      <Timeline plan={plan} asOf={asOf} />
      <Recorded title={say('procedure')} rows={acts} columns={columns} rowKey={(a) => a.id} />
    </Section>
  );
}

export function Duties({ plan, asOf }: { plan: PlanData; asOf: string }) {
  const { say, lang } = useAddress();
  type Duty = PlanData['reviewDuties'][number];
  const isOpen = (d: Duty) => !d.doneOn && d.state !== 'NOT_RECORDED';
  const columns: Column<Duty>[] = [
    { name: 'kind', head: say('duties'), cell: (d) => `${term(lang, 'ReviewKind', d.kind)} ${d.year}` },
    {
      name: 'due',
      head: say('due'),
      cell: (d) => (isOpen(d) ? <Due due={d.due} urgency={d.state === 'OVERDUE' ? 'OVERDUE' : null} asOf={asOf} /> : d.due),
    },
    { name: 'state', head: say('status'), cell: (d) => `${term(lang, 'DutyState', d.state)}${d.doneOn ? ` ${d.doneOn}` : ''}` },
    { name: 'missing', head: say('missing'), cell: (d) => d.missing.map((m) => <div key={m}>{m}</div>) },
    { name: 'reason', head: say('whyThisDay'), cell: (d) => d.reason },
  ];
  return (
    <Section id="duties" title={say('duties')}>
      <Recorded title={say('duties')} rows={plan.reviewDuties} columns={columns} rowKey={(d) => `${d.kind} ${d.year}`} />
    </Section>
  );
}

export function Amendments({ plan, asOf }: { plan: PlanData; asOf: string }) {
  const { say, lang, to } = useAddress();
  const columns: Column<PlanData['amendments'][number]>[] = [
    { name: 'version', head: say('version'), cell: (a) => a.version, isNumber: true },
    { name: 'proposed', head: say('proposed'), cell: (a) => a.proposedOn },
    { name: 'approved', head: say('approved'), cell: (a) => a.approvedOn ?? say('notYetApproved') },
    { name: 'changed', head: say('changed'), cell: (a) => a.changedIndicators?.map((i) => i.name).join('、') ?? say('notRecorded') },
    { name: 'reason', head: say('reason'), cell: (a) => a.reason ?? say('notRecorded') },
    {
      name: 'paper',
      head: say('letters'),
      cell: (a) =>
        !a.approvedOn && (
          <PaperButton paper="amendment" of={[`${plan.code}@${a.version}`]}>
            {say('amendmentPaper')}
          </PaperButton>
        ),
    },
  ];
  const duties: Column<PlanData['amendmentDuties'][number]>[] = [
    {
      name: 'plan',
      head: say('plan'),
      cell: (d) => <Link to={to(`plans/${d.amendment.plan.code}`)}>{d.amendment.plan.title}</Link>,
    },
    { name: 'due', head: say('due'), cell: (d) => (d.state.startsWith('DONE') ? d.due : <Due due={d.due} asOf={asOf} />) },
    { name: 'state', head: say('status'), cell: (d) => term(lang, 'DutyState', d.state) },
    { name: 'reason', head: say('reason'), cell: (d) => d.reason },
  ];
  return (
    <Section id="amendments" title={say('amendments')}>
      {plan.approvedContent && <Approved content={plan.approvedContent} />}
      <Recorded title={say('amendments')} rows={plan.amendments} columns={columns} rowKey={(a) => a.id} />
      <Waves plan={plan} />
      {plan.amendmentDuties.length > 0 && (
        <>
          <h3>{say('amendmentDuties')}</h3>
          <Recorded title={say('amendmentDuties')} rows={plan.amendmentDuties} columns={duties} rowKey={(d) => d.amendment.id} />
        </>
      )}
    </Section>
  );
}

/** What the last approval bound, and what of it reads otherwise since. */
function Approved({ content }: { content: NonNullable<PlanData['approvedContent']> }) {
  const { say } = useAddress();
  const told = { version: content.version, day: content.approval.on, seq: content.boundSeq };
  return (
    <>
      <p>
        {say(content.holds ? 'contentHolds' : 'contentFell', told)}{' '}
        <span className="quiet">SHA-256 {content.hash.slice(0, 16)}</span>
      </p>
      {!content.holds && (
        <ul>
          {content.changed.map((c) => (
            <li key={c.words}>
              {c.on} {c.words}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
