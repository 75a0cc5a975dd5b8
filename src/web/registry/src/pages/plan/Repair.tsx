import { Link } from 'react-router';
import { RepairDocument, type RepairQuery } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { saidAhead } from '../../shell/aheadWords';
import { useAnswer } from '../../shell/answers';
import { ActButton, actName } from '../../shell/forms';
import { Later } from '../../shell/Later';
import { FindingMark } from '../../shell/marks';
import { Section } from '../../shell/parts';
import { Answered, Refused } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import type { PlanData } from './Plan';

export const isBlocked = (plan: PlanData): boolean => plan.findings.some((f) => f.severity === 'BLOCKING');

/** The fewest acts that clear what blocks the plan. */
export function Repair({ plan }: { plan: PlanData }) {
  const { say, lang } = useAddress();
  const ahead = saidAhead(lang);
  return (
    <Section id="repair" title={say('repair')}>
      <p className="quiet">{ahead('repairHint')}</p>
      <Later title={ahead('repairFind')}>
        <Found code={plan.code} />
      </Later>
    </Section>
  );
}

function Found({ code }: { code: string }) {
  const { view } = useAddress();
  const answer = useAnswer(RepairDocument, { ...view, plan: code });
  return (
    <Answered answer={answer}>
      {({ district }) => (district?.plan ? <Shown code={code} repair={district.plan.repair} /> : <Refused />)}
    </Answered>
  );
}

type Data = NonNullable<NonNullable<RepairQuery['district']>['plan']>['repair'];
type Step = Data['steps'][number];

function Shown({ code, repair: { isComplete, steps, standing, cleared, arising, opened } }: { code: string; repair: Data }) {
  const { lang } = useAddress();
  const ahead = saidAhead(lang);
  return (
    <>
      <p>
        <strong>
          {!isComplete ? ahead(steps.length > 0 ? 'repairPartly' : 'repairCannot')
          : steps.length > 0 ? ahead('repairClears', { n: steps.length })
          : ahead('repairNothing')}
        </strong>
      </p>
      {steps.length > 0 && <p className="quiet">{ahead('earliestHint')}</p>}
      {steps.length > 0 && (
        <ol className="repair">
          {steps.map((s) => (
            <li key={s.finding.key + s.remedy.act}>
              <StepShown step={s} />
            </li>
          ))}
        </ol>
      )}
      {steps.length > 0 && <Listed title={ahead('repairAllCleared')} findings={cleared} code={code} />}
      {steps.length > 0 && <Listed title={ahead('repairArises')} findings={arising} code={code} />}
      <Listed title={ahead('repairStanding')} findings={standing} code={code} />
      {standing.length > 0 && (
        <>
          <p>{ahead('repairWhyStanding')}</p>
          <ul>
            {standing.flatMap((f) => f.remedies.map((r) => <li key={f.key + r.text}>{r.text}</li>))}
          </ul>
        </>
      )}
      <Listed title={ahead('repairOpens')} findings={opened} code={code} />
    </>
  );
}

/** What it clears, the form of its remedy, and what is done for it. */
function StepShown({ step: { finding, remedy, acts } }: { step: Step }) {
  const { say, lang } = useAddress();
  const ahead = saidAhead(lang);
  const columns: Column<Step['acts'][number]>[] = [
    { name: 'what', head: ahead('repairAct'), cell: (a) => a.what },
    { name: 'by', head: say('stepBy'), cell: (a) => a.agency?.name ?? say('notRecorded') },
    { name: 'paper', head: say('document'), cell: (a) => a.paper },
    { name: 'day', head: ahead('earliest'), cell: (a) => a.earliestOn },
  ];
  const n = finding.remedies.findIndex((r) => r.act === remedy.act && r.text === remedy.text);
  return (
    <>
      <p>
        {ahead('repairCleared')} <FindingMark finding={finding} /> {finding.sentence}
      </p>
      <p className="remedy">
        {n >= 0 && (
          <ActButton act={remedy.act} of={finding.id} remedy={n} isFirst>
            {actName(lang, remedy.act)}
          </ActButton>
        )}{' '}
        {remedy.text}
      </p>
      <Table caption={say('repair')} columns={columns} rows={acts} rowKey={(a) => a.what + a.earliestOn} />
    </>
  );
}

function Listed({ title, findings, code }: { title: string; findings: Data['opened']; code: string }) {
  const { to } = useAddress();
  return findings.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul>
        {findings.map((f) => (
          <li key={f.key}>
            <FindingMark finding={f} /> {f.sentence}{' '}
            {f.plan && f.plan.code !== code && <Link to={to(`plans/${f.plan.code}`)}>{f.plan.title}</Link>}
          </li>
        ))}
      </ul>
    </>
  );
}
