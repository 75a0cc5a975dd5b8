import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { RevokeCertificateDocument } from '../../../generated/graphql';
import { useAddress, useChoices } from '../../shell/address';
import { Choice, FilterFoot, Filters } from '../../shell/filters';
import { useMay } from '../../shell/me';
import { folded, tally } from '../../shell/names';
import { RecordLink } from '../../shell/Record';
import { Empty } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import { brief } from '../../shell/words';
import { useAct } from '../../shell/act';
import { certificateColumns, tickColumn, type Certificate } from './columns';
import { CertificateMark } from './marks';
import { ReasonForm } from './ReasonForm';

/** Certificates that were signed or returned: looked up, printed, revoked. */
export function CertificateList({ rows, onDone }: { rows: readonly Certificate[]; onDone: () => void }) {
  const address = useAddress();
  const { say, lang, view, to } = address;
  const { query, read, change } = useChoices();
  const navigate = useNavigate();
  const mayRevoke = useMay('Mutation.revokeFundingCertificate') && !view.asOf && !view.knownAt;
  const mayPrint = useMay('Mutation.notePrint');
  const [chosen, setChosen] = useState<string[]>([]);
  const [isRevoking, setRevoking] = useState(false);
  const [told, tell] = useState<{ sentence: string; isRefusal?: boolean }>();
  const { act, isBusy } = useAct();
  const text = query.get('text') ?? '';
  const statuses = read('status');
  const shown = rows.filter((c) => (statuses.length === 0 || statuses.includes(c.status))
    && folded(`${c.number} ${c.planCode} ${c.planTitle} ${c.project ?? ''}`).includes(folded(text)));
  const ticked = chosen.filter((n) => shown.some((c) => c.number === n));

  const revoke = async (reason: string) => {
    const came = await act(
      RevokeCertificateDocument, { district: view.district, number: ticked[0]!, reason }, (d) => d.revokeFundingCertificate,
    );
    if (!came) {
      return;
    }
    const isRefusal = came.problems.length > 0 || !!came.isUnanswered;
    tell({
      isRefusal,
      sentence: isRefusal ? came.problems.map((p) => p.message).join(' ') || say('signUnknown') : say('revoked', { numbers: ticked[0]! }),
    });
    if (!isRefusal) {
      setRevoking(false);
      setChosen([]);
      onDone();
    }
  };
  const columns: Column<Certificate>[] = [
    ...(mayPrint ? [tickColumn(address, ticked, setChosen, (c) => c.status === 'RETURNED')] : []),
    { name: 'code', head: say('number'), cell: (c) => <RecordLink id={c.id}>{c.number}</RecordLink>, order: (c) => c.number },
    { name: 'status', head: say('status'), cell: (c) => <CertificateMark status={c.status} />, order: (c) => c.status },
    ...certificateColumns(address).filter((c) => c.name !== 'source'),
    { name: 'until', head: say('validUntil'), cell: (c) => c.validUntil, order: (c) => c.validUntil },
    {
      name: 'persons',
      head: `${say('preparedBy')} / ${say('reviewedBy')}`,
      cell: (c) => [c.preparedBy, c.reviewedBy].filter(Boolean).join(' / '),
    },
  ];
  return (
    <section id="certificates">
      <h2>{say('certificates')}</h2>
      {told && (
        <Alert role={told.isRefusal ? 'alert' : 'status'} type={told.isRefusal ? 'error' : 'success'} showIcon title={told.sentence} />
      )}
      {rows.length > 0 ? (
        <>
          <Filters>
            <Choice
              name="status"
              label={say('status')}
              options={tally(rows, (c) => c.status).map(([value, of]) => ({
                value, label: `${brief(lang, 'CertificateStatus', value)} (${of.length})`,
              }))}
            />
            <label className="choice">
              {say('numberOrPlan')}
              <input type="search" value={text} onChange={(e) => change({ text: e.target.value }, true)} />
            </label>
          </Filters>
          <FilterFoot names={['status', 'text']} hidden={rows.length - shown.length}>
            {say('count', { n: shown.length })}
          </FilterFoot>
          {mayPrint && (
            <div className="filter-foot">
              <span aria-live="polite">{say('countTicked', { n: ticked.length })}</span>
              <Button
                disabled={ticked.length === 0 || ticked.length > 200}
                onClick={() => void navigate(to('funding/papers', { numbers: ticked }))}
              >
                {say('printTicked')}
              </Button>
              {mayRevoke && (
                <Button danger disabled={ticked.length !== 1} onClick={() => setRevoking(true)}>
                  {say('revoke')}
                </Button>
              )}
            </div>
          )}
          {isRevoking && ticked.length === 1 && (
            <ReasonForm act={say('revoke')} isBusy={isBusy} send={(r) => void revoke(r)} cancel={() => setRevoking(false)} />
          )}
          <Table caption={say('certificates')} columns={columns} rows={shown} rowKey={(c) => c.number} isSorted />
        </>
      ) : (
        <Empty>{say('noCertificates')}</Empty>
      )}
    </section>
  );
}
