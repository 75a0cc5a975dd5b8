import type { AssignmentRowFragment } from '../../../generated/graphql';
import type { useAddress } from '../../shell/address';
import { ActButton } from '../../shell/forms';
import { GradeMark } from '../../shell/marks';
import type { Me } from '../../shell/me';
import { called, papers } from '../../shell/names';
import { RecordLink } from '../../shell/Record';
import type { Column } from '../../shell/table';
import { term } from '../../shell/words';

type Address = ReturnType<typeof useAddress>;

/** Of an indicator its readings tell the grade, and why there is none; of a task who answers for it. */
function Grade({ of: { grade, kind }, say }: { of: AssignmentRowFragment; say: Address['say'] }) {
  return grade ? <GradeMark grade={grade} /> : <span className="quiet">{say(kind === 'INDICATOR' ? 'notGraded' : 'notReported')}</span>;
}

/** Who answers for what, and how far it has come. */
export function assignmentColumns<Row extends AssignmentRowFragment>(address: Address, me: Me): Column<Row>[] {
  const { say, lang } = address;
  // A department tells of what it has a part in.
  const mine = (agencies: readonly ({ code: string } | null | undefined)[]) =>
    me.role !== 'DEPARTMENT' || agencies.some((g) => g?.code === me.agency);
  return [
    { name: 'lead', head: say('lead'), cell: (a) => (a.lead ? called(a.lead) : say('notRecorded')) },
    { name: 'kind', head: say('kind'), cell: (a) => term(lang, 'AssignmentKind', a.kind) },
    {
      name: 'subject',
      head: say('assigned'),
      cell: (a) => (
        <>
          <RecordLink id={a.id}>{a.task?.title ?? a.indicator?.name ?? say('notRecorded')}</RecordLink>
          {a.task && <div className="quiet">{[a.task.code, a.task.clause].filter(Boolean).join(' ')}</div>}
        </>
      ),
    },
    { name: 'grade', head: say('grade'), cell: (a) => <Grade of={a} say={say} /> },
    { name: 'co', head: say('coAgencies'), cell: (a) => a.coAgencies?.map((c) => called(c)).join('、') ?? '' },
    { name: 'scheme', head: say('scheme'), cell: (a) => a.scheme?.number ?? papers(a.scheme) ?? say('notRecorded') },
    {
      name: 'act',
      head: say('toDo'),
      cell: (a) =>
        a.task && mine([a.lead, ...(a.coAgencies ?? [])]) && (
          <ActButton act="recordTaskProgress" fill={{ task: a.task.code }}>
            {say('tellProgress')}
          </ActButton>
        ),
    },
  ];
}
