import { Button } from 'antd';
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useAddress } from '../shell/address';
import { ActButton } from '../shell/forms';
import { useLive } from '../shell/live';
import { minutesOf } from '../shell/days';
import type { Draft } from '../shell/draft';
import { Planning } from './Planning';
import { Preview, Problems, Stale } from './Says';
import { actOf } from './spec';
import type { Problem } from './send';
import { useDraft } from './useDraft';
import { useSending } from './useSending';
import type { Values } from './values';
import { WrittenContext } from './written';

export interface FormProps {
  act: string;
  /** Names the draft, with account and district. */
  about: string;
  initial: Values;
  seq: number;
  body: (values: Values, change: (values: Values) => void, wrong: Map<string, string>) => ReactNode;
  input: (values: Values) => Record<string, unknown>;
  gaps: (values: Values) => { path: string[]; isBlank: boolean }[];
  /** Where the field of a refused path stands on the form. */
  locate?: (path: string[], values: Values) => string[];
  /** Told whether there is something that was filled in and not sent. */
  changed: (isChanged: boolean) => void;
  close: () => void;
}

/** One form: what is filled in, what it would clear and open, and then that it is written. */
export function Form(props: FormProps) {
  const { say } = useAddress();
  const { refresh } = useLive();
  const draft = useDraft(props);
  const sending = useSending(props.act, draft);
  const { outcome, isWritten } = sending;
  const tries = actOf(props.act)!.tries;
  const [missing, setMissing] = useState<Problem[]>([]);
  // A step out of order is taken by leave: the field for it comes with the refusal.
  const leave: [string, string] = ['override', say('orderByLeave')];
  const stale = outcome?.problems.find((p) => p.code === 'STALE_WRITE');
  const problems = useMemo(
    () => (missing.length > 0 ? missing : located(outcome?.problems ?? [], props, draft.values)),
    // Where the fields stand when the answer comes: a change forgets it.
    [missing, outcome],
  );
  const wrong = useMemo(
    () => new Map(problems.flatMap((p) => [[p.path.join('.'), p.message], ...ofItem(p), ...(p.code === 'OUT_OF_ORDER' ? [leave] : [])])),
    [problems],
  );
  const isPreviewed = outcome !== undefined && outcome.problems.length === 0;
  const change = (values: Values) => {
    draft.change(values);
    sending.forget();
    setMissing([]);
  };
  /** What is filled in; what is missing is told instead. */
  const readInput = () => {
    const blanks = props.gaps(draft.values);
    const told = (b: (typeof blanks)[number]) => say(b.isBlank ? 'isBlank' : 'isNoNumber', { field: nameOf(b.path) });
    setMissing(blanks.map((b) => ({ code: '', path: b.path, message: told(b) })));
    return blanks.length === 0 ? props.input(draft.values) : undefined;
  };
  const go = (isTried: boolean) => {
    const input = readInput();
    if (input) {
      void sending.send(input, isTried).then((written) => {
        if (written) {
          refresh();
        }
      });
    }
  };
  const again = async () => {
    const seq = await draft.readAgain();
    await sending.send(props.input(draft.values), tries, seq);
  };
  const byKeys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.ctrlKey && !isWritten) {
      event.preventDefault();
      go(tries && !isPreviewed);
    }
  };
  if (isWritten) {
    return (
      <>
        <Preview outcome={outcome!} isWritten />
        {outcome!.seq != null && <p>{say('entry', { n: outcome!.seq })}</p>}
        {props.act === 'proposeAmendment' && <Next values={draft.values} />}
        <Button type="primary" autoFocus onClick={props.close}>
          {say('close')}
        </Button>
      </>
    );
  }
  return (
    <WrittenContext.Provider value={draft.wrote}>
      <form className="fields" noValidate aria-label={say('form')} onSubmit={(e) => e.preventDefault()} onKeyDown={byKeys}>
        {draft.offered && <Offered draft={draft.offered} take={draft.take} discard={draft.discard} />}
        {stale && <Stale seq={draft.seq} message={stale.message} again={() => void again()} />}
        {!stale && problems.length > 0 && <Problems problems={problems} />}
        {props.body(draft.values, change, wrong)}
        {sending.error !== undefined && (
          <p role="alert" className="form-problems">
            {sending.error || say(sending.wasSent ? 'sentAndLost' : 'offline')}
          </p>
        )}
        {isPreviewed && <Preview outcome={outcome} />}
        <div className="form-acts">
          {tries && (
            <Button type={isPreviewed ? 'default' : 'primary'} loading={sending.isBusy && !isPreviewed} onClick={() => go(true)}>
              {say('preview')}
            </Button>
          )}
          <Button
            type={isPreviewed || !tries ? 'primary' : 'default'}
            disabled={tries && !isPreviewed && !sending.wasSent}
            loading={sending.isBusy && isPreviewed}
            onClick={() => go(false)}
          >
            {say('submit')}
          </Button>
          {actOf(props.act)!.planned && <Planning act={props.act} read={readInput} done={draft.done} />}
          <Button onClick={props.close}>{say('cancel')}</Button>
          {tries && !isPreviewed && <small className="quiet">{say('previewFirst')}</small>}
        </div>
      </form>
    </WrittenContext.Provider>
  );

  /** As it is labelled on the form. */
  function nameOf(path: string[]): string {
    const label = document.querySelector(`label[for="field-${path.join('-')}"], fieldset#field-${path.join('-')} > legend`);
    return label?.firstChild?.textContent?.trim() ?? path[path.length - 1]!;
  }
}

/** A proposal is approved next: that form, filled in with its plan and version. */
function Next({ values: { plan, version } }: { values: Values }) {
  const { say } = useAddress();
  return (
    <p className="buttons">
      {say('approvalIsNext')}{' '}
      <ActButton act="approveAmendment" fill={{ plan, version }}>
        {say('toApproval')}
      </ActButton>
    </p>
  );
}

/** What is wrong with one of several names is shown at the field that has them all. */
const ofItem = ({ path, message }: Problem): [string, string][] =>
  /^\d+$/.test(path[path.length - 1] ?? '') ? [[path.slice(0, -1).join('.'), message]] : [];

const located = (problems: Problem[], { locate }: FormProps, values: Values): Problem[] =>
  locate ? problems.map((p) => ({ ...p, path: locate(p.path, values) })) : problems;

function Offered({ draft, take, discard }: { draft: Draft; take: () => void; discard: () => void }) {
  const { say } = useAddress();
  return (
    <div role="status" className="stale">
      <span>{say('thereIsADraft', { at: minutesOf(draft.at) })}</span>
      <Button type="primary" onClick={take}>
        {say('goOn')}
      </Button>
      <Button onClick={discard}>{say('discard')}</Button>
    </div>
  );
}
