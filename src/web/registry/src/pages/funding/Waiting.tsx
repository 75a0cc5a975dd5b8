import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ReturnCertificatesDocument, SignCertificatesDocument } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { momentInTable } from '../../shell/days';
import { useMay, useMe } from '../../shell/me';
import { Empty } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import { useAct, type Came } from '../../shell/act';
import { certificateColumns, tickColumn, type Certificate } from './columns';
import { ReasonForm } from './ReasonForm';

/** What was prepared, and waits for another account to sign or return it. */
export function Waiting({ rows, onDone }: { rows: readonly Certificate[]; onDone: () => void }) {
  const address = useAddress();
  const { say, view, to } = address;
  const me = useMe();
  const mayReview = useMay('Mutation.signFundingCertificates') && !view.asOf && !view.knownAt;
  const [chosen, setChosen] = useState<string[]>([]);
  const [isReturning, setReturning] = useState(false);
  const [told, tell] = useState<{ sentence: string; isRefusal?: boolean; signed?: string[] }>();
  const { act, isBusy } = useAct();
  const ticked = chosen.filter((n) => rows.some((r) => r.number === n));
  const isOwn = (c: Certificate) => c.preparedBy === me.name;

  const done = (came: Came<{ fundingCertificates?: { number: string }[] | null }> | undefined, word: 'signed' | 'givenBack') => {
    if (!came) {
      return;
    }
    const numbers = came.data?.fundingCertificates?.map((c) => c.number) ?? [];
    if (came.problems.length > 0 || came.isUnanswered) {
      tell({ sentence: came.problems.map((p) => p.message).join(' ') || say('signUnknown'), isRefusal: true });
      return;
    }
    tell({ sentence: say(word, { n: numbers.length, numbers: numbers.join(', ') }), signed: word === 'signed' ? numbers : undefined });
    setChosen([]);
    setReturning(false);
    onDone();
  };
  const sign = async () =>
    done(await act(SignCertificatesDocument, { district: view.district, numbers: ticked }, (d) => d.signFundingCertificates), 'signed');
  const giveBack = async (reason: string) =>
    done(
      await act(
        ReturnCertificatesDocument, { district: view.district, numbers: ticked, reason }, (d) => d.returnFundingCertificates,
      ),
      'givenBack',
    );

  const columns: Column<Certificate>[] = [
    ...(mayReview ? [tickColumn(address, ticked, setChosen, isOwn)] : []),
    { name: 'code', head: say('number'), cell: (c) => c.number },
    ...certificateColumns(address),
    {
      name: 'prepared',
      head: say('preparedBy'),
      cell: (c) => (
        <>
          {c.preparedBy} {isOwn(c) && <small>（{say('ownWork')}）</small>}{' '}
          <small className="quiet nowrap">{momentInTable(c.preparedAt)}</small>
        </>
      ),
    },
  ];
  return (
    <section id="waiting">
      <h2>
        {say('waiting')} {rows.length > 0 && rows.length}
      </h2>
      {told && (
        <Alert
          role={told.isRefusal ? 'alert' : 'status'}
          type={told.isRefusal ? 'error' : 'success'}
          showIcon
          title={told.sentence}
          description={told.signed && <Link to={to('funding/papers', { numbers: told.signed })}>{say('papers')}</Link>}
        />
      )}
      {rows.length > 0 ? (
        <>
          {mayReview && (
            <div className="filter-foot" aria-live="polite">
              <span>{say('countTicked', { n: ticked.length })}</span>
              <Button onClick={() => setChosen(rows.filter((c) => !isOwn(c)).slice(0, 200).map((c) => c.number))}>{say('all')}</Button>
              <Button type="primary" disabled={ticked.length === 0} loading={isBusy && !isReturning} onClick={() => void sign()}>
                {say('sign')}
              </Button>
              <Button danger disabled={ticked.length === 0} onClick={() => setReturning(true)}>
                {say('giveBack')}
              </Button>
            </div>
          )}
          {isReturning && ticked.length > 0 && (
            <ReasonForm act={say('giveBack')} isBusy={isBusy} send={(r) => void giveBack(r)} cancel={() => setReturning(false)} />
          )}
          <Table caption={say('waiting')} columns={columns} rows={rows} rowKey={(c) => c.number} />
        </>
      ) : (
        <Empty>{say('noneWaiting')}</Empty>
      )}
    </section>
  );
}
