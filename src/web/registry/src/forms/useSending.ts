import { useState } from 'react';
import { useClient } from 'urql';
import { useAddress } from '../shell/address';
import { send, type Outcome } from './send';
import type { Drafting } from './useDraft';

/** Tries and writes; an answer holds until something is changed. */
export function useSending(act: string, draft: Drafting) {
  const { district } = useAddress();
  const client = useClient();
  const [outcome, setOutcome] = useState<Outcome>();
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [isWritten, setWritten] = useState(false);
  // Whether it has been sent and no answer came: it may have been written, which a retry under the same key finds out.
  const [wasSent, setSent] = useState(false);
  return {
    outcome, error, isBusy, isWritten, wasSent,
    forget: () => {
      setOutcome(undefined);
      setError(undefined);
    },
    /** Whether it has been written. */
    send: async (input: Record<string, unknown>, isTried: boolean, seq = draft.seq): Promise<boolean> => {
      if (isBusy) {
        return false;
      }
      setBusy(true);
      setError(undefined);
      const line = isTried ? { dryRun: true } : { idempotencyKey: draft.key };
      const answer = await send(client, act, { ...input, district, expectedSeq: seq, ...line });
      setBusy(false);
      if (typeof answer === 'string') {
        setError(answer);
        setSent((before) => before || (!isTried && answer === ''));
        return false;
      }
      setOutcome(answer);
      setSent(false);
      const done = !isTried && answer.problems.length === 0;
      if (done) {
        draft.done();
        setWritten(true);
      }
      return done;
    },
  };
}
