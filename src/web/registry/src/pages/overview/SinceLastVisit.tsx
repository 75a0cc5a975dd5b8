import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useClient } from 'urql';
import { FindingChangesDocument, LastSeenDocument, MarkSeenDocument, type FindingRowFragment } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { useAnswer } from '../../shell/answers';
import { momentInTable } from '../../shell/days';
import { FindingMark } from '../../shell/marks';
import { called } from '../../shell/names';
import { useMay } from '../../shell/me';
import { Answered, Empty } from '../../shell/states';
import { Table, type Column } from '../../shell/table';

/** What opened and cleared since the reader looked last; that moves when the reader says so, or has never looked before. */
export function SinceLastVisit({ seq }: { seq: number }) {
  const { district, asOf, knownAt } = useAddress();
  const mayMark = useMay('Mutation.markSeen');
  const isNow = !asOf && !knownAt;
  const answer = useAnswer(LastSeenDocument, mayMark && isNow ? { district } : undefined);
  return mayMark && isNow && answer.data ? <Marked key={district} seq={seq} last={answer.data.me} retry={answer.retry} /> : null;
}

type Last = { lastSeenSeq?: number | null; lastSeenAt?: string | null };

function Marked({ seq, last, retry }: { seq: number; last: Last; retry: () => void }) {
  const { say, district } = useAddress();
  const client = useClient();
  const [refusal, setRefusal] = useState<string>();
  const mark = () =>
    void client.mutation(MarkSeenDocument, { district, seq }).toPromise().then(({ data, error }) => {
      const problems = data?.markSeen.problems.map((p) => p.message).join(' ');
      setRefusal(error ? (error.graphQLErrors[0]?.message ?? say('offline')) : problems || undefined);
      retry();
    });
  const isFirst = last.lastSeenSeq == null;
  useEffect(() => {
    if (isFirst) {
      mark();
    }
  }, [isFirst]);
  return last.lastSeenSeq == null || !last.lastSeenAt ? null : (
    <section id="since" aria-label={say('sinceLast')}>
      <Changes fromSeq={last.lastSeenSeq} at={last.lastSeenAt} mark={mark} />
      {refusal && <p role="alert">{refusal}</p>}
    </section>
  );
}

function Changes({ fromSeq, at, mark }: { fromSeq: number; at: string; mark: () => void }) {
  const { say, district } = useAddress();
  const answer = useAnswer(FindingChangesDocument, { district, fromSeq, fromDay: dayOf(at) });
  return (
    <Answered answer={answer}>
      {(data) => {
        const { opened, cleared } = data.district?.findingChanges ?? { opened: [], cleared: [] };
        return (
          <details className="group since">
            <summary>
              <h2>
                {say('sinceLast')} <span className="plus">+{opened.length}</span> <span className="minus">−{cleared.length}</span>
              </h2>{' '}
              <small className="quiet">{say('sinceWhen', { moment: momentInTable(at), n: fromSeq })}</small>
            </summary>
            <Rows title={say('opened')} rows={opened} />
            <Rows title={say('clearedRows')} rows={cleared} isCleared />
            <p>
              <Button onClick={mark}>{say('markSeen')}</Button>
            </p>
          </details>
        );
      }}
    </Answered>
  );
}

function Rows({ title, rows, isCleared }: { title: string; rows: readonly FindingRowFragment[]; isCleared?: boolean }) {
  const { say, to } = useAddress();
  const columns: Column<FindingRowFragment>[] = [
    { name: 'severity', head: say('severity'), cell: (f) => <FindingMark finding={f} /> },
    {
      name: 'plan',
      head: say('subject'),
      cell: (f) => (f.plan ? <Link to={to(`plans/${f.plan.code}`)}>{f.plan.title}</Link> : say('aboutLists')),
    },
    {
      name: 'sentence',
      head: say('sentence'),
      cell: (f) => (isCleared ? f.sentence : <Link className="row-link" to={to('findings', { open: f.id })}>{f.sentence}</Link>),
    },
    { name: 'agency', head: say('agency'), cell: (f) => (f.responsible ? called(f.responsible) : say('notRecorded')) },
  ];
  return (
    <>
      <h3>
        {title} {rows.length}
      </h3>
      {rows.length > 0 ? (
        <Table caption={title} columns={columns} rows={rows} rowKey={(f) => f.key} rowClass={() => (isCleared ? 'cleared' : undefined)} />
      ) : (
        <Empty>{say('nothingSo')}</Empty>
      )}
    </>
  );
}

/** Its day in Beijing. */
const dayOf = (moment: string) => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10);
