import type { AssignmentRowFragment, ProgressGrade } from '../../../generated/graphql';
import type { useAddress } from '../../shell/address';
import { ActButton } from '../../shell/forms';
import { Mark } from '../../shell/marks';
import { called, papers } from '../../shell/names';
import { RecordLink } from '../../shell/Record';
import type { Column } from '../../shell/table';
import { term } from '../../shell/words';

type Address = ReturnType<typeof useAddress>;

const looks: Record<ProgressGrade, [string, string]> = {
  DONE_EARLY: ['✓', 'green'],
  AHEAD_OF_PATH: ['▲', 'green'],
  ON_PATH: ['●', 'green'],
  BEHIND_PATH: ['▼', 'yellow'],
  IN_DIFFICULTY: ['■', 'red'],
};

/** Of an indicator no grade is told: its readings tell. */
export function Grade({ grade, isIndicator, address: { say, lang } }: {
  grade: ProgressGrade | null | undefined;
  isIndicator: boolean;
  address: Address;
}) {
  const [shape, look] = grade ? looks[grade] : ['', ''];
  return grade ? (
    <Mark shape={shape} look={look} word={term(lang, 'ProgressGrade', grade)} />
  ) : (
    <span className="quiet">{say(isIndicator ? 'byReadings' : 'notReported')}</span>
  );
}

/** Who answers for what, and how far it has come. */
export function assignmentColumns<Row extends AssignmentRowFragment>(address: Address): Column<Row>[] {
  const { say, lang } = address;
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
    { name: 'grade', head: say('grade'), cell: (a) => <Grade grade={a.grade} isIndicator={a.kind === 'INDICATOR'} address={address} /> },
    { name: 'co', head: say('coAgencies'), cell: (a) => a.coAgencies?.map((c) => called(c)).join('、') ?? '' },
    { name: 'scheme', head: say('scheme'), cell: (a) => a.scheme?.number ?? papers(a.scheme) ?? say('notRecorded') },
    {
      name: 'act',
      head: say('toDo'),
      cell: (a) =>
        a.task && (
          <ActButton act="recordTaskProgress" fill={{ task: a.task.code }}>
            {say('tellProgress')}
          </ActButton>
        ),
    },
  ];
}
