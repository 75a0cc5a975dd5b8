import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { FormEntriesQuery } from '../../generated/graphql';
import { FormEntriesDocument, type Verdict } from '../../generated/graphql';
import { useAddress } from '../shell/address';
import { useAnswer } from '../shell/answers';
import { momentInTable } from '../shell/days';
import { Effects } from '../shell/Effects';
import { VerdictMark } from '../shell/marks';
import { useMay } from '../shell/me';
import { Fields } from '../shell/Record';
import { Answered } from '../shell/states';
import { term } from '../shell/words';
import { idOf } from './Fields';
import type { Doubt, Outcome, Problem } from './send';
import { saidInForms } from './words';

/** What is wrong, on top; it takes the focus, and each leads to its field. */
export function Problems({ problems }: { problems: Problem[] }) {
  const { say } = useAddress();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [problems]);
  return (
    <div ref={box} tabIndex={-1} role="alert" className="form-problems" aria-label={say('toMend', { n: problems.length })}>
      <h3>{say('toMend', { n: problems.length })}</h3>
      <ul>
        {problems.map((p, i) => (
          <li key={i}>
            <a href={`#${idOf(p.path)}`} onClick={(e) => leadTo(e, p.path)}>
              {p.message}
            </a>
            {p.clause && <div className="quiet">{p.clause}</div>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** To the field, unfolding what it is folded into; or to the nearest thing that it stands in. */
function leadTo(event: React.MouseEvent, path: string[]) {
  event.preventDefault();
  for (let n = path.length; n > 0; n--) {
    const field = document.getElementById(idOf(path.slice(0, n)));
    if (field) {
      for (let fold = field.closest('details'); fold; fold = fold.parentElement!.closest('details')) {
        fold.open = true;
      }
      field.focus();
      return;
    }
  }
}

/** What would clear and open, in the server's sentences. */
export function Preview({ outcome: { seq, opened, cleared, screening }, isWritten }: { outcome: Outcome; isWritten?: boolean }) {
  const { say, lang } = useAddress();
  const box = useRef<HTMLElement>(null);
  // Beneath many fields it would lie out of sight, and be sent unread.
  useEffect(() => {
    // In braces: new Chromium answers with a promise, which React would take for what is to be done afterwards.
    box.current?.scrollIntoView({ block: 'center' });
  }, [opened, cleared, screening]);
  return (
    <section role="status" className="form-preview" ref={box}>
      <h3>{!isWritten ? say('preview') : seq == null ? saidInForms(lang)('wasThere') : say('wasWritten')}</h3>
      {screening && <Screened doubts={screening} />}
      {(!screening || (opened?.length ?? 0) + (cleared?.length ?? 0) > 0) && (
        <Effects opened={opened} cleared={cleared} isWritten={isWritten} />
      )}
    </section>
  );
}

/** What the screening says of an application: each doubt with its clause. */
function Screened({ doubts }: { doubts: Doubt[] }) {
  const { say } = useAddress();
  return (
    <>
      <h4>{say('screening')}</h4>
      {doubts.length === 0 && <p>{say('noDoubts')}</p>}
      {doubts.map((d) => (
        <p key={d.sentence}>
          <VerdictMark verdict={d.verdict as Verdict} word={d.verdict === 'CONDITIONAL' ? say('toExplain') : undefined} /> {d.sentence}{' '}
          <small className="quiet">{d.clause}</small>
        </p>
      ))}
    </>
  );
}

/** Others have written since this was begun: what they did, beside one's own text. */
export function Stale({ seq, message, again }: { seq: number; message: string; again: () => void }) {
  const { say, district } = useAddress();
  const mayRead = useMay('District.ledger');
  const answer = useAnswer(FormEntriesDocument, mayRead ? { district } : undefined);
  return (
    <section role="alert" className="form-stale">
      <h3>{say('othersWrote')}</h3>
      <p>{message}</p>
      {mayRead && (
        <Answered answer={answer}>
          {(data) => <Entries entries={(data.district?.ledger.nodes ?? []).filter((e) => e.seq > seq)} />}
        </Answered>
      )}
      <p>{say('yoursIsKept')}</p>
      <Button type="primary" onClick={again}>
        {say('previewAgain')}
      </Button>
    </section>
  );
}

type Entry = NonNullable<FormEntriesQuery['district']>['ledger']['nodes'][number];

function Entries({ entries }: { entries: Entry[] }) {
  const { say, lang } = useAddress();
  return (
    <ol className="history">
      {entries.map((e) => (
        <li key={e.seq}>
          {say('entry', { n: e.seq })} <span className="nowrap">{momentInTable(e.recordedAt)}</span> {e.actorName} ·{' '}
          {term(lang, 'Command', e.command)}
          {e.reason && <div>{e.reason}</div>}
          {e.changes.nodes.map((c) => (
            <div key={c.id + c.act}>
              {term(lang, 'ChangeAct', c.act)} {c.table} {c.name}
              {c.act === 'CORRECTED' && <Fields fields={c.fields} />}
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}
