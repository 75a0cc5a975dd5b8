import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { Client, cacheExchange, fetchExchange, mapExchange, useClient, type AnyVariables, type TypedDocumentNode } from 'urql';
import type { Lang } from './words';

/** Told to the window when an answer says that nobody is signed in. */
export const signedOut = 'plan-registry.signed-out';

/** The API beside these pages; sentences come in the language of the page. */
export const clientOf = (lang: Lang) =>
  new Client({
    url: '/graphql',
    exchanges: [
      cacheExchange,
      mapExchange({
        onError: (error) => {
          if (error.graphQLErrors.some((e) => e.extensions['code'] === 'UNAUTHENTICATED')) {
            dispatchEvent(new Event(signedOut));
          }
        },
      }),
      fetchExchange,
    ],
    preferGetMethod: false,
    fetchOptions: { headers: { 'accept-language': lang } },
  });

/** How often the reader has asked to see what is new: all that is shown is then read again. */
export const ReadingContext = createContext(0);

export interface Answer<Data> {
  data: Data | undefined;
  /** A sentence of the server; '' when it cannot be reached. */
  error: string | undefined;
  retry: () => void;
}

interface Connection {
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/** A query's answer; without variables nothing is asked yet. */
export function useAnswer<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables | undefined,
): Answer<Data> {
  const { data, ...rest } = usePages(document, variables, none);
  return { data: data?.[0], ...rest };
}

const none = () => undefined;

type PageOf<Data> = (data: Data) => Connection | null | undefined;
type Read<Data> = { asked: string | undefined; data?: Data[]; error?: string };

/**
 * The same, read to the end of a list, or as many pages of it as are asked for. What was read before is shown at once and asked for again;
 * what was read of another day or moment never is.
 */
export function usePages<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables | undefined,
  list: PageOf<Data>,
  most = Infinity,
): Answer<Data[]> {
  const client = useClient();
  const asked = variables && JSON.stringify(variables);
  const [read, setRead] = useState<Read<Data>>(() => ({ asked, data: remembered(client, document, variables, list, most) }));
  const reading = useContext(ReadingContext);
  const [attempt, setAttempt] = useState(0);
  const listOf = useRef(list);
  useEffect(() => {
    if (asked === undefined) {
      return;
    }
    let isOver = false;
    void walk(client, document, JSON.parse(asked) as Variables, listOf.current, most).then((result) => {
      if (!isOver) {
        setRead((before) => ({ asked, data: result.data ?? (before.asked === asked ? before.data : undefined), error: result.error }));
      }
    });
    return () => {
      isOver = true;
    };
  }, [client, document, asked, attempt, reading, most]);
  const retry = useCallback(() => setAttempt((n) => n + 1), []);
  return read.asked === asked ? { data: read.data, error: read.error, retry } : { data: undefined, error: undefined, retry };
}

const following = <Variables>(variables: Variables, after: string | null | undefined) =>
  (after ? { ...variables, after } : variables) as Variables;

async function walk<Data, Variables extends AnyVariables>(
  client: Client,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  list: PageOf<Data>,
  most: number,
): Promise<{ data?: Data[]; error?: string }> {
  // What is not there is null in the data, and a page says so in its own way.
  const pages: Data[] = [];
  for (let after: string | null | undefined; ; ) {
    const { data, error } = await client.query(document, following(variables, after), { requestPolicy: 'network-only' }).toPromise();
    if (!data || error?.graphQLErrors.some((e) => e.extensions['code'] !== 'NOT_FOUND')) {
      return { error: error?.graphQLErrors.map((e) => e.message).join(' ') ?? '' };
    }
    pages.push(data);
    const info = list(data)?.pageInfo;
    if (!info?.hasNextPage || pages.length >= most) {
      return { data: pages };
    }
    after = info.endCursor;
  }
}

function remembered<Data, Variables extends AnyVariables>(
  client: Client,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables | undefined,
  list: PageOf<Data>,
  most: number,
): Data[] | undefined {
  const pages: Data[] = [];
  for (let after: string | null | undefined; variables; ) {
    const data = client.readQuery(document, following(variables, after), { requestPolicy: 'cache-only' })?.data;
    if (!data) {
      return undefined;
    }
    pages.push(data);
    const info = list(data)?.pageInfo;
    if (!info?.hasNextPage || pages.length >= most) {
      return pages;
    }
    after = info.endCursor;
  }
  return undefined;
}
