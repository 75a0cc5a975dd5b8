import { AssignmentsOfPlanDocument, type AssignmentsOfPlanQuery } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { useAnswer } from '../../shell/answers';
import { ActButton } from '../../shell/forms';
import { GradeMark } from '../../shell/marks';
import { called } from '../../shell/names';
import { useMe } from '../../shell/me';
import { Recorded, Section } from '../../shell/parts';
import { RecordLink } from '../../shell/Record';
import { Answered } from '../../shell/states';
import type { Column } from '../../shell/table';
import { term } from '../../shell/words';
import { assignmentColumns } from '../assignments/rows';

type OfPlan = NonNullable<NonNullable<AssignmentsOfPlanQuery['district']>['plan']>;
type Task = OfPlan['tasks']['nodes'][number];

/** What the plan has to be done, who answers for it and for its indicators, and how far it has come. */
export function Assignments({ plan }: { plan: { code: string } }) {
  const address = useAddress();
  const { say, view } = address;
  const me = useMe();
  const answer = useAnswer(AssignmentsOfPlanDocument, { ...view, plan: plan.code });
  return (
    <Section id="assignments" title={say('assignments')}>
      <Answered answer={answer}>
        {({ district }) =>
          district?.plan && (
            <>
              <Recorded
                title={say('assignments')}
                rows={district.plan.assignments.nodes}
                columns={assignmentColumns(address, me)}
                rowKey={(a) => a.id}
              />
              <Tasks tasks={district.plan.tasks.nodes} plan={plan.code} />
            </>
          )
        }
      </Answered>
      <p className="buttons">
        <ActButton act="setTasks" fill={{ plan: plan.code }}>
          {say('setTasks')}
        </ActButton>
        <ActButton act="decomposePlan" fill={{ plan: plan.code }}>
          {say('decompose')}
        </ActButton>
        <ActButton act="takeUpAssignments" fill={{ plan: plan.code }}>
          {say('takeUp')}
        </ActButton>
      </p>
    </Section>
  );
}

/** Each with its years; one that nobody leads yet can be assigned. */
function Tasks({ tasks, plan }: { tasks: Task[]; plan: string }) {
  const address = useAddress();
  const { say, lang } = address;
  const columns: Column<Task>[] = [
    {
      name: 'task',
      head: say('task'),
      cell: (t) => (
        <>
          <RecordLink id={t.id}>{t.title}</RecordLink>
          <div className="quiet">{[t.code, term(lang, 'TaskKind', t.kind), t.clause, t.projectCode].filter(Boolean).join(' ')}</div>
          {t.refines && <div className="quiet">{say('refines', { task: t.refines.title })}</div>}
        </>
      ),
    },
    {
      name: 'years',
      head: say('yearly'),
      cell: (t) => (
        <>
          {t.years.map((y) => (
            <div key={y.id}>
              {y.year} {y.requirement ?? say('noneBecause', { why: y.noneBecause ?? '' })}
            </div>
          ))}
          <ActButton act="setTaskYear" fill={{ task: t.code }}>
            {say('setYear')}
          </ActButton>
        </>
      ),
    },
    {
      name: 'progress',
      head: say('taskProgress'),
      cell: (t) => (
        <>
          {t.progress.map((p) => (
            <div key={p.id}>
              <GradeMark grade={p.grade} /> {p.on} {p.agency && called(p.agency)} {p.note}
            </div>
          ))}
          {!t.assignment && (
            <ActButton act="decomposePlan" fill={{ plan, assignments: [{ task: t.code }] }}>
              {say('decompose')}
            </ActButton>
          )}
        </>
      ),
    },
  ];
  return (
    <>
      <h3>{say('planTasks')}</h3>
      <Recorded title={say('planTasks')} rows={tasks} columns={columns} rowKey={(t) => t.id} />
    </>
  );
}
