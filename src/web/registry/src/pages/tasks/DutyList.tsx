import { Link } from 'react-router';
import { useAddress, useChoices } from '../../shell/address';
import { saidDays } from '../../shell/dayWords';
import { ActButton, DoButton, type Opening } from '../../shell/forms';
import { useMay } from '../../shell/me';
import { Due, FindingMark } from '../../shell/marks';
import { called } from '../../shell/names';
import { countsIn, isWithin, SpanChips, spanName, spans, type Span } from '../../shell/spans';
import { Empty } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import { term } from '../../shell/words';
import type { Duty } from './Tasks';

const soon = '90';

interface Props {
  duties: Duty[];
  asOf: string;
  /** It stands under a heading of its own. */
  isPart?: boolean;
}

/** By urgency, in the groups of every page; what is far away is folded. */
export function DutyList({ duties, asOf, isPart }: Props) {
  const { say, lang } = useAddress();
  const said = saidDays(lang);
  const { read, change } = useChoices();
  const chosen = spans.find((s) => s === read('within')[0]);
  const Head = isPart ? 'h3' : 'h2';
  const undated = duties.filter(isUndated);
  const dated = duties.filter((d) => !isUndated(d));
  const of = (span: Span) => dated.filter((d) => isWithin(span, d.due, asOf));
  const [overdue, near, chips] = [of('overdue'), of(soon), countsIn(dated, asOf)];
  const later = dated.filter((d) => !overdue.includes(d) && !near.includes(d));
  const groups = (
    <SpanChips counts={chips} chosen={chosen} choose={(s) => change({ within: s === chosen ? undefined : s })} />
  );
  if (chosen) {
    return (
      <section>
        {groups}
        <DayNotes duties={of(chosen)} />
        <Head>
          {spanName(say, chosen)} {chips[chosen]}
        </Head>
        {chips[chosen] > 0 ? <Rows caption={spanName(say, chosen)} duties={of(chosen)} asOf={asOf} /> : <Empty>{say('nothingSoon')}</Empty>}
      </section>
    );
  }
  return (
    <>
      {groups}
      <DayNotes duties={duties} />
      <section>
        <Head>
          {say('overdue')} {overdue.length}
        </Head>
        {overdue.length > 0 ? <Rows caption={say('overdue')} duties={overdue} asOf={asOf} /> : <Empty>{say('nothingOverdue')}</Empty>}
      </section>
      <section>
        <Head>
          {say('within', { n: soon })} {near.length}
        </Head>
        {near.length > 0 ? <Rows caption={say('within', { n: soon })} duties={near} asOf={asOf} /> : <Empty>{say('nothingSoon')}</Empty>}
      </section>
      {undated.length > 0 && (
        <section>
          <Head>
            {said('undated')} {undated.length}
          </Head>
          <Rows caption={said('undated')} duties={undated} asOf={asOf} />
        </section>
      )}
      {later.length > 0 && (
        <details className="group">
          <summary>
            <Head>
              {say('later')} {later.length}
            </Head>
          </summary>
          <Rows caption={say('later')} duties={later} asOf={asOf} />
        </details>
      )}
    </>
  );
}

function Rows({ caption, duties, asOf }: { caption: string; duties: Duty[]; asOf: string }) {
  const { say } = useAddress();
  const columns: Column<Duty>[] = [
    { name: 'due', head: say('due'), cell: (d) => <DutyDue duty={d} asOf={asOf} /> },
    { name: 'kind', head: say('matter'), cell: (d) => <Matter duty={d} /> },
    { name: 'act', head: say('toDo'), cell: (d) => <DutyAct duty={d} /> },
    { name: 'title', head: say('plan'), cell: (d) => <PlanOf duty={d} /> },
    { name: 'agency', head: say('agency'), cell: (d) => <Whose duty={d} /> },
    { name: 'missing', head: say('missing'), cell: (d) => d.missing.map((m) => <div key={m}>{m}</div>) },
    { name: 'reason', head: say('whyThisDay'), cell: (d) => d.reason },
  ];
  return (
    <div className="duty-rows">
      <Table caption={caption} columns={columns} rows={duties} rowKey={keyOf} sheet={{ kind: 'duties' }} />
    </div>
  );
}

/** The day by which, the working days that are left, and what is to be borne in mind of a day off. */
export function DutyDue({ duty, asOf }: { duty: Duty; asOf: string }) {
  const said = saidDays(useAddress().lang);
  const { due, state, workingDaysLeft: left, isDueOnWorkingDay, dayNote } = duty;
  return isUndated(duty) ? (
    <>
      {said('noSetDay')} <small>{said('reference', { day: duty.referenceDay! })}</small>
    </>
  ) : (
    <>
      <Due due={due} urgency={state === 'OVERDUE' ? 'OVERDUE' : null} asOf={asOf} />
      {left != null && due > asOf && (
        <div>
          <small>{left === 1 ? said('oneWorkingDay') : left > 0 ? said('workingDaysLeft', { n: left }) : said('noWorkingDay')}</small>
        </div>
      )}
      {isDueOnWorkingDay === false && dayNote && <div className="day-note">{dayNote}</div>}
    </>
  );
}

/** That no day is moved, and from which year on working days are not known: once for all rows, which stand by their days. */
function DayNotes({ duties }: { duties: Duty[] }) {
  const said = saidDays(useAddress().lang);
  return (
    <p className="quiet">
      {said('notMoved')} {duties.find((d) => d.isDueOnWorkingDay == null)?.dayNote}
    </p>
  );
}

/** The agency, and the person where the records name one. */
function Whose({ duty: { agency, person } }: { duty: Duty }) {
  const { say } = useAddress();
  return (
    <>
      {agency ? called(agency) : say('notRecorded')}
      {person && <div>{person}</div>}
    </>
  );
}

/** The form of what is owed, filled in. */
export function DutyAct({ duty }: { duty: Duty }) {
  const { say, to } = useAddress();
  const maySign = useMay('Mutation.signFundingCertificates');
  const opening = openingOf(duty);
  return duty.kind === 'CERTIFICATE_REVIEW' && maySign ? (
    <Link to={to('funding')}>{say('toDo')}</Link>
  ) : duty.about?.__typename === 'DirectoryList' ? (
    <Link to={to(`lists/${duty.about.code}`)}>{say('toDo')}</Link>
  ) : duty.finding && duty.finding.remedies.length > 0 ? (
    <DoButton finding={duty.finding} />
  ) : (
    opening && <ActButton {...opening}>{say('toDo')}</ActButton>
  );
}

/** What is handled where the opinions stand. */
const inPlace: readonly Duty['kind'][] = ['REPLY', 'OPINION_HANDLING', 'OBJECTION_REVIEW', 'PUBLIC_CONSULTATION', 'DISPUTE'];

function openingOf({ kind, plan, year, about, agency, step }: Duty): ({ act: string } & Opening) | undefined {
  switch (about?.__typename) {
    case 'ConsultationRound':
      return kind === 'REPLY' ? { act: 'recordOpinion', fill: { round: about.code, agency: agency?.code } } : undefined;
    case 'Opinion':
      return { act: 'reviewHandling', fill: { opinion: about.code } };
    case 'EntryApplication':
      return kind === 'LIST_OPINION' ? { act: 'recordListOpinion', fill: { application: about.code } }
        : kind === 'APPLICATION_RETURNED' ? { act: 'applyForEntry', fill: againOf(about) }
        : about.mayDecide ? { act: 'decideApplication', fill: { application: about.code } } : undefined;
    case 'Dispute':
      return { act: 'recordDisputeStep', fill: { dispute: about.code } };
    case 'ExpertDraw':
      return { act: 'recordExpertOpinion', fill: { plan: plan?.code, about: about.matter, expert: about.expert?.code } };
    case 'AlignmentOpinion':
      return { act: 'recordAlignmentOpinion', fill: { plan: plan?.code, agency: agency?.code, against: about.against?.code } };
    case 'Act':
      return step && plan
        ? { act: 'recordAct', fill: { plan: plan.code, type: step, about: about.reported, year: about.ofYear, agency: agency?.code } }
        : kind === 'FILING' && plan ? { act: 'recordAct', fill: { plan: plan.code, type: 'FILED' } } : undefined;
    case 'Exemption':
      return { act: 'applyForEntry', fill: { plan: plan?.code } };
    default:
      return kind === 'INVESTMENT_PLAN' ? { act: 'setInvestmentPlan', fill: { year } }
        : !plan ? undefined
        : steps[kind] ? { act: steps[kind], fill: { plan: plan.code, ...(kind === 'READING' && { year }) } }
        : kind === 'TASK_PROGRESS' ? { act: 'recordTaskProgress', fill: { year, agency: agency?.code } }
        : reports.includes(kind) ? { act: 'recordAct', fill: reportOf(kind, plan.code, year) }
        : undefined;
  }
}

/** Forms that ask for the plan first. */
const steps: Partial<Record<Duty['kind'], string>> = {
  AMENDMENT: 'proposeAmendment', DECOMPOSITION: 'decomposePlan', IMPLEMENTATION_SCHEME: 'takeUpAssignments',
  ANNUAL_TARGETS: 'setAnnualTargets', READING: 'recordReading',
};

const reports: readonly Duty['kind'][] = ['ANNUAL', 'MID_TERM', 'FINAL', 'DISCLOSURE'];

type Application = Extract<NonNullable<Duty['about']>, { __typename: 'EntryApplication' }>;

const againOf = ({ code, title, applied, justification }: Application) => ({ code, title, kind: applied, justification });

const reportOf = (kind: Duty['kind'], plan: string, year: number | null | undefined) =>
  kind === 'DISCLOSURE' ? { plan, type: 'PROGRESS_DISCLOSED', year } : { plan, type: 'REPORTED', about: kind, year };

/** No text sets a day, and the day to go by is past: it is due on none. */
const isUndated = ({ due, referenceDay }: Duty): boolean => referenceDay != null && referenceDay < due;

export const keyOf = (d: Duty) => d.key;

const isFinding = (d: Duty): d is Duty & { finding: NonNullable<Duty['finding']> } =>
  (d.kind === 'FINDING' || d.kind === 'HANDED_OUT') && d.finding != null;

/** What is to be done; of a finding, or of a duty that is one by now, the finding. */
export function Matter({ duty }: { duty: Duty }) {
  const { say, lang, to } = useAddress();
  const name = [term(lang, 'DutyKind', duty.kind), duty.year].filter(Boolean).join(' ');
  return (
    <>
      {isFinding(duty) ? <FindingMark finding={duty.finding} /> : name}
      {duty.kind === 'HANDED_OUT' && <div>{name}</div>}
      {duty.finding && (
        <div>
          <Link className="row-link" to={to('findings', { open: duty.finding.id })}>
            {say('seeFinding')}
          </Link>
        </div>
      )}
    </>
  );
}

export function PlanOf({ duty }: { duty: Duty }) {
  const { say, to } = useAddress();
  const { plan, about } = duty;
  const part = inPlace.includes(duty.kind) ? '#consultation' : '';
  return plan ? <Link to={`${to(`plans/${plan.code}`)}${part}`}>{plan.title}</Link>
    : about?.__typename === 'EntryApplication' ? <Link to={to('applications')}>{about.title}</Link>
    : about?.__typename === 'DirectoryList' ? <Link to={to(`lists/${about.code}`)}>{`${say('lists')} ${about.code}`}</Link>
    : <>{say('aboutLists')}</>;
}
