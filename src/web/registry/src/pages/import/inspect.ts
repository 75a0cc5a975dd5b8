import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import { InspectWorkbookDocument, type InspectWorkbookInput, type InspectWorkbookMutation } from '../../../generated/graphql';
import type { Answer } from '../../shell/answers';

export type Inspection = InspectWorkbookMutation['inspectWorkbook'];
export type Sheet = Inspection['sheets'][number];

/** What importing it would come to, asked again whenever something else is said of it; what was told before stays until then. */
export function useInspection(input: InspectWorkbookInput): Answer<Inspection> & { isCurrent: boolean } {
  const client = useClient();
  const asked = JSON.stringify(input);
  const [read, setRead] = useState<{ of?: string; data?: Inspection; error?: string }>({});
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isOver = false;
    const ask = async () => {
      const input = JSON.parse(asked) as InspectWorkbookInput;
      const { data, error } = await client.mutation(InspectWorkbookDocument, { input }).toPromise();
      if (!isOver) {
        setRead((before) => ({
          of: asked,
          data: data?.inspectWorkbook ?? before.data,
          error: data ? undefined : (error?.graphQLErrors.map((e) => e.message).join(' ') ?? ''),
        }));
      }
    };
    // A third of a second after the last key.
    const timer = setTimeout(() => void ask(), 300);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [client, asked, attempt]);
  const retry = useCallback(() => setAttempt((n) => n + 1), []);
  return { data: read.data, error: read.error, retry, isCurrent: read.of === asked && read.error === undefined };
}
