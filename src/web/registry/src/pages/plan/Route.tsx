import { useAddress } from '../../shell/address';
import { ActButton } from '../../shell/forms';
import { useMe } from '../../shell/me';
import { called, papers } from '../../shell/names';
import { PaperButton } from '../../shell/papers';
import { Recorded, Section } from '../../shell/parts';
import type { Column } from '../../shell/table';
import { term } from '../../shell/words';
import { AsActs } from './AsActs';
import type { PlanData } from './Plan';

type Step = PlanData['procedure']['steps'][number];
type Line = PlanData['submission']['lines'][number];

const beforeApproval = ['PROPOSED', 'DRAFTING', 'SUBMITTED'];

/** The lawful route with how each step stands, and the papers of the submission with what is missing and whose it is. */
export function Route({ plan }: { plan: PlanData }) {
  const { say, lang } = useAddress();
  // Its turn has come once nothing that must come before it is left.
  const pending = plan.procedure.steps.filter((s) => s.state === 'TO_DO' || s.state === 'MISSING').map((s) => s.step);
  const isPending = (step: Step['step']) => pending.includes(step);
  const steps: Column<Step>[] = [
    { name: 'act', head: say('act'), cell: (s) => term(lang, 'ActType', s.step) },
    { name: 'by', head: say('stepBy'), cell: (s) => s.by },
    { name: 'paper', head: say('document'), cell: (s) => papers(s.document) ?? s.paper },
    { name: 'after', head: say('stepAfter'), cell: (s) => s.after.map((n) => term(lang, 'ActType', n.step)).join('、') },
    { name: 'state', head: say('status'), cell: (s) => <State step={s} /> },
    { name: 'clause', head: say('clause'), cell: (s) => s.clause, isMinor: true },
    {
      name: 'do',
      head: say('toDo'),
      cell: (s) =>
        plan.isOwn && isPending(s.step) && !s.after.some((n) => isPending(n.step)) && (
          <ActButton act="recordAct" fill={{ plan: plan.code, type: s.step }}>
            {say('toDo')}
          </ActButton>
        ),
    },
  ];
  const lines: Column<Line>[] = [
    { name: 'paper', head: say('paper'), cell: (l) => term(lang, 'SubmissionPaper', l.paper) },
    {
      name: 'state',
      head: say('status'),
      cell: (l) => (
        <>
          {l.state === 'MISSING' ? <strong>{term(lang, 'PaperState', l.state)}</strong> : term(lang, 'PaperState', l.state)}
          {l.why && <div className="quiet">{l.why}</div>}
        </>
      ),
    },
    { name: 'holder', head: say('paperHolder'), cell: (l) => l.holder },
    { name: 'document', head: say('document'), cell: (l) => papers(l.document) },
    { name: 'day', head: say('day'), cell: (l) => l.on },
    { name: 'clause', head: say('clause'), cell: (l) => l.clause, isMinor: true },
    {
      name: 'do',
      head: say('toDo'),
      cell: (l) =>
        plan.isOwn && ['MISSING', 'UNKNOWN'].includes(l.state) && (
          <ActButton act="addSubmissionItem" fill={{ plan: plan.code, paper: l.paper }}>
            {say('addPaper')}
          </ActButton>
        ),
    },
  ];
  return (
    <Section id="route" title={say('route')}>
      <p>{term(lang, 'ProcedureRoute', plan.procedure.route)}</p>
      <Recorded title={say('route')} rows={plan.procedure.steps} columns={steps} rowKey={(s) => s.step} />
      <h3 id="submission">{say('submission')}</h3>
      <p>
        {plan.submission.isComplete ? say('papersComplete')
        : say(beforeApproval.includes(plan.status) ? 'papersIncomplete' : 'papersNotEntered')}
      </p>
      <PaperButton paper="submission" of={[plan.code]}>
        {say('submissionPaper')}
      </PaperButton>
      <Recorded title={say('submission')} rows={plan.submission.lines} columns={lines} rowKey={(l) => l.paper} />
    </Section>
  );
}

function State({ step: { state, on, takenBefore } }: { step: Step }) {
  const { say, lang } = useAddress();
  const word = term(lang, 'StepState', state);
  return (
    <>
      {state === 'MISSING' ? <strong>{word}</strong> : word} <span className="nowrap">{on}</span>
      {takenBefore && (
        <div>
          {say('takenByLeave', { act: term(lang, 'ActType', takenBefore.type), paper: papers(takenBefore.override) ?? '' })}
        </div>
      )}
    </>
  );
}

/** What the commission and the spatial bureau said, and the nine points. */
export function Alignment({ plan }: { plan: PlanData }) {
  const { say, lang } = useAddress();
  const me = useMe();
  const asked = plan.alignment.opinions.find((o) => !o.result && o.agency?.code === me.agency);
  const opinions: Column<PlanData['alignment']['opinions'][number]>[] = [
    { name: 'unit', head: say('unit'), cell: (o) => (o.agency ? called(o.agency) : say('notRecorded')) },
    { name: 'against', head: say('alignedWith'), cell: (o) => o.against?.title },
    { name: 'asked', head: say('askedOn'), cell: (o) => o.requestedOn },
    { name: 'day', head: say('givenOn'), cell: (o) => o.on ?? say('notYetGiven') },
    { name: 'result', head: say('alignmentResult'), cell: (o) => o.result && term(lang, 'AlignmentResult', o.result) },
    { name: 'document', head: say('document'), cell: (o) => papers(o.document) },
    {
      name: 'paper',
      head: say('letters'),
      cell: (o) => (
        <>
          {plan.isOwn && o.requestedOn && (
            <PaperButton paper="alignmentRequest" of={[o.code]}>
              {say('alignmentRequestPaper')}
            </PaperButton>
          )}
          {o.on && (
            <PaperButton paper="alignment" of={[o.code]}>
              {say('alignmentPaper')}
            </PaperButton>
          )}
        </>
      ),
    },
  ];
  type Point = PlanData['alignment']['points'][number];
  const points: Column<Point>[] = [
    { name: 'point', head: say('alignmentPoint'), cell: (p) => term(lang, 'AlignmentPoint', p.point) },
    {
      name: 'answer',
      head: say('answer'),
      cell: (p) =>
        p.answer ? [term(lang, 'PointAnswer', p.answer.answer), p.answer.reason].filter(Boolean).join(':') : say('notAnswered'),
    },
    { name: 'clauses', head: say('clausePair'), cell: (p) => [p.answer?.ourClause, p.answer?.theirClause].filter(Boolean).join(' ↔ ') },
    {
      name: 'found',
      head: say('registryFinds'),
      cell: (p) =>
        p.isOfTheRegistry && (
          <>
            {say(p.isFound === true ? 'foundSo' : p.isFound === false ? 'foundNotSo' : 'foundOpen')}
            {p.facts.map((f) => (
              <div key={f} className="quiet">
                {f}
              </div>
            ))}
          </>
        ),
    },
  ];
  return (
    <Section id="alignment" title={say('alignment')}>
      <p className="buttons">
        {plan.isOwn && (
          <ActButton act="requestAlignment" fill={{ plan: plan.code }}>
            {say('askAlignment')}
          </ActButton>
        )}
        {(me.role !== 'DEPARTMENT' || asked) && (
          <ActButton
            act="recordAlignmentOpinion"
            fill={{ plan: plan.code, ...(asked && { agency: me.agency }), ...(asked?.against && { against: asked.against.code }) }}
          >
            {say('giveAlignment')}
          </ActButton>
        )}
      </p>
      {plan.alignment.opinions.length === 0 ? (
        <AsActs plan={plan} types={['ALIGNED', 'ALIGNMENT_REPLIED']} lists={say('alignmentOf')} />
      ) : (
        <Recorded title={say('alignment')} rows={plan.alignment.opinions} columns={opinions} rowKey={(o) => o.id} />
      )}
      <h3>{say('alignmentPoints')}</h3>
      <Recorded title={say('alignmentPoints')} rows={plan.alignment.points} columns={points} rowKey={(p) => p.point} />
    </Section>
  );
}
