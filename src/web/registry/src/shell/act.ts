import { useRef, useState } from 'react';
import { useClient, type AnyVariables, type TypedDocumentNode } from 'urql';
import { newKey } from './draft';

interface Problem {
  message: string;
  path?: readonly string[] | null;
}

/** What came of it: refused with problems, or not answered at all. */
export type Came<Data> = { data?: Data; problems: readonly Problem[]; isUnanswered?: boolean };

/**
 * Sends a command once, however often it is clicked. What was not answered is sent again under its key, so that nothing is done twice;
 * another input has another key.
 */
export function useAct() {
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const running = useRef(false);
  const open = useRef<{ input: string; key: string }>(undefined);
  const act = async <Data, Payload extends { problems: readonly Problem[] }, Input extends object>(
    document: TypedDocumentNode<Data, { input: Input } & AnyVariables>,
    input: Omit<Input, 'idempotencyKey'>,
    payloadOf: (data: Data) => Payload,
    key?: string,
  ): Promise<Came<Payload> | undefined> => {
    if (running.current) {
      return undefined;
    }
    running.current = true;
    setBusy(true);
    const said = JSON.stringify(input);
    if (open.current?.input !== said) {
      open.current = { input: said, key: newKey() };
    }
    const variables = { input: { ...input, idempotencyKey: key ?? open.current.key } } as unknown as { input: Input } & AnyVariables;
    const { data, error } = await client.mutation(document, variables).toPromise();
    running.current = false;
    setBusy(false);
    if (data) {
      open.current = undefined;
      const payload = payloadOf(data);
      return { data: payload, problems: payload.problems };
    }
    // The server has answered with a sentence, and written nothing: somebody else writes, or the session has ended.
    return error && error.graphQLErrors.length > 0
      ? { problems: error.graphQLErrors.map((e) => ({ message: e.message })), isUnanswered: isToBeSentAgain(error.graphQLErrors) }
      : { problems: [], isUnanswered: true };
  };
  return { act, isBusy };
}

const again = ['UNAUTHENTICATED', 'STORAGE_BUSY', 'STORAGE_UNAVAILABLE', 'CLOCK_IN_DOUBT'];

const isToBeSentAgain = (errors: readonly { extensions: Record<string, unknown> }[]) =>
  errors.some((e) => again.includes(String(e.extensions['code'])));
