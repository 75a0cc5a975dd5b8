import { Button, Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import { LedgerEntryDocument, type LedgerEntryQuery } from '../../../generated/graphql';
import { useAddress, useChoices } from '../../shell/address';
import { usePages } from '../../shell/answers';
import { momentInWords } from '../../shell/days';
import { Pairs } from '../../shell/Pairs';
import { Fields, RecordLink } from '../../shell/Record';
import { Answered, Empty, Refused } from '../../shell/states';
import { term } from '../../shell/words';

/** The entry that the address names: who, when, why, and what each record was and became. */
export function OpenEntry() {
  const { say, view } = useAddress();
  const { read, change } = useChoices();
  const seq = Number(read('seq')[0]);
  const isOpen = Number.isInteger(seq) && seq > 0;
  const [shown, show] = useState({ seq, most: 1 });
  const most = shown.seq === seq ? shown.most : 1;
  const answer = usePages(LedgerEntryDocument, isOpen ? { ...view, seq } : undefined, (d) => d.district?.ledgerEntry?.changes, most);
  return (
    <Drawer
      open={isOpen}
      onClose={() => change({ seq: undefined })}
      size={640}
      title={<h2 className="drawer-title">{say('entry', { n: seq || '' })}</h2>}
      closable={{ 'aria-label': say('close') }}
    >
      {isOpen && (
        <Answered answer={answer}>
          {(pages) => {
            const entry = pages[0]?.district?.ledgerEntry;
            const last = pages[pages.length - 1]?.district?.ledgerEntry?.changes;
            return entry ? (
              <>
                <EntryHead entry={entry} />
                <Changes changes={pages.flatMap((p) => p.district?.ledgerEntry?.changes.nodes ?? [])} count={entry.changes.totalCount} />
                {last?.pageInfo.hasNextPage && <Button onClick={() => show({ seq, most: most + 1 })}>{say('more')}</Button>}
              </>
            ) : (
              <Refused />
            );
          }}
        </Answered>
      )}
    </Drawer>
  );
}

type Entry = NonNullable<NonNullable<LedgerEntryQuery['district']>['ledgerEntry']>;

function EntryHead({ entry }: { entry: Entry }) {
  const { say, lang } = useAddress();
  const { change } = useChoices();
  const pairs: [string, ReactNode][] = [
    [say('moment'), momentInWords(lang, entry.recordedAt)],
    [say('actor'), [entry.actorName, entry.role && term(lang, 'Role', entry.role)].filter(Boolean).join(' · ')],
    [say('command'), term(lang, 'Command', entry.command)],
    [say('reason'), entry.reason ?? say('notRecorded')],
    [say('decidedOn'), entry.vector],
    [say('hash'), <code key="hash">{entry.hash}</code>],
    [say('previousHash'), <code key="previous">{entry.previousHash}</code>],
  ];
  return (
    <>
      <Pairs pairs={pairs} />
      <p>
        <Button type="primary" onClick={() => change({ knownAt: entry.recordedAt, seq: undefined })}>
          {say('seeThatMoment')}
        </Button>{' '}
        <small className="quiet">{say('seeThatMomentHint')}</small>
      </p>
    </>
  );
}

function Changes({ changes, count }: { changes: Entry['changes']['nodes']; count: number }) {
  const { say, lang } = useAddress();
  return (
    <section>
      <h3>{say('changedRecords', { n: count })}</h3>
      {changes.length === 0 && <Empty>{say('notRecorded')}</Empty>}
      <ol className="history">
        {changes.map((c) => (
          <li key={c.id}>
            <details open={changes.length <= 3}>
              <summary>
                <strong>{term(lang, 'ChangeAct', c.act)}</strong> <span className="quiet">{c.table}</span> {c.name}
              </summary>
              {c.act === 'CORRECTED' ? <Fields fields={c.fields} /> : <Pairs pairs={c.fields.map((f) => [f.label, f.became ?? f.was])} />}
              {c.record && <RecordLink id={c.id}>{say('openRecord')}</RecordLink>}
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
