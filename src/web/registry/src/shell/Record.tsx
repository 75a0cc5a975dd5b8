import { Button, Drawer } from 'antd';
import { Link } from 'react-router';
import { RecordDocument, type EntryChangePartsFragment, type RecordQuery } from '../../generated/graphql';
import { useAddress, useChoices } from './address';
import { useAnswer } from './answers';
import { momentInTable } from './days';
import { useDownload } from './download';
import { ActButton } from './forms';
import { useMay } from './me';
import { Pairs } from './Pairs';
import { Statement } from './Statement';
import { Answered, Refused } from './states';
import { term } from './words';

/** Leads from a figure to the record that says so, on whatever page. */
export function RecordLink({ id, children }: { id: string; children: React.ReactNode }) {
  const { also } = useChoices();
  return (
    <Link className="record-link" preventScrollReset to={also('record', id)}>
      {children}
    </Link>
  );
}

/** The record that the address names, over the page: what it says, and where that comes from. */
export function OpenRecord() {
  const { say, view } = useAddress();
  const { read, change } = useChoices();
  const id = read('record')[0];
  const answer = useAnswer(RecordDocument, id ? { ...view, id } : undefined);
  return (
    <Drawer
      open={id !== undefined}
      onClose={() => change({ record: undefined })}
      size={640}
      title={<h2 className="drawer-title">{say('record')}</h2>}
      closable={{ 'aria-label': say('close') }}
    >
      {id && (
        <Answered answer={answer}>
          {({ district }) => (district?.record ? <Shown id={id} history={district.record} /> : <Refused />)}
        </Answered>
      )}
    </Drawer>
  );
}

type History = NonNullable<NonNullable<RecordQuery['district']>['record']>;

function Shown({ id, history }: { id: string; history: History }) {
  const { say, lang, to } = useAddress();
  const mayLedger = useMay('District.ledgerEntry');
  const { record } = history;
  const plans = record.__typename === 'Document' ? (record.plans ?? []) : [];
  return (
    <>
      <p className="finding-sentence">
        <span className="quiet">{history.table}</span> {history.name}
      </p>
      {record.__typename === 'Plan' && <Link to={to(`plans/${record.code}`)}>{say('openPlan')}</Link>}
      {plans.map((p) => (
        <p key={p.code}>
          <Link to={to(`plans/${p.code}`)}>{p.title}</Link>
        </p>
      ))}
      {record.__typename === 'Document' && record.file && record.sha256 && <FileOf name={record.file} sha256={record.sha256} />}
      <p className="buttons">
        {record.__typename === 'Document' && !record.file && record.secrecy !== 'SECRET' && (
          <ActButton act="correctRecord" fill={{ id }}>
            {say('upload')}
          </ActButton>
        )}
        <ActButton act="correctRecord" fill={{ id }}>
          {say('correctRecord')}
        </ActButton>
        <ActButton act="correctRecord" fill={{ id }} withdraw>
          {say('withdrawRecord')}
        </ActButton>
      </p>
      <Pairs
        pairs={history.fields.map((f) => [
          f.label,
          f.field === 'statement' && f.became ? <Statement key={f.field} text={f.became} fields={history.fields} /> : f.became,
        ])}
      />
      <section>
        <h3>{say('history')}</h3>
        <ol className="history">
          {history.changes.map((c) => (
            <li key={c.seq}>
              <strong>{term(lang, 'ChangeAct', c.act)}</strong>{' '}
              {mayLedger ? (
                <Link to={to('ledger', { seq: String(c.seq) })}>{say('entry', { n: c.seq })}</Link>
              ) : (
                say('entry', { n: c.seq })
              )}{' '}
              <span className="nowrap">{momentInTable(c.recordedAt)}</span> {c.actorName} ·{' '}
              {term(lang, 'Command', c.command)}
              {c.reason && <div>{c.reason}</div>}
              {c.act === 'CORRECTED' && <Fields fields={c.fields} />}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

/** The file of a document: to be saved, not to be shown by the browser. */
function FileOf({ name, sha256 }: { name: string; sha256: string }) {
  const { say, view } = useAddress();
  const path = `/documents/${sha256}?${new URLSearchParams({
    district: view.district,
    ...(view.knownAt ? { knownAt: view.knownAt } : {}),
  })}`;
  const { isBusy, refusal, run } = useDownload(path);
  return (
    <p>
      <Button disabled={isBusy} onClick={() => void run()}>{say('download')}</Button> {name}
      {refusal && (
        <span role="alert" className="field-error">
          {refusal}
        </span>
      )}
    </p>
  );
}

/** What each field was, and what it became. */
export function Fields({ fields }: {
  fields: readonly Pick<EntryChangePartsFragment['fields'][number], 'field' | 'label' | 'was' | 'became'>[];
}) {
  const { say } = useAddress();
  return (
    <dl className="pairs">
      {fields.map((f) => (
        <div key={f.field} className="pair-row">
          <dt>{f.label}</dt>
          <dd>
            <del>{f.was ?? say('notRecorded')}</del> <span aria-hidden="true">→</span> <ins>{f.became ?? say('notRecorded')}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
