import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import { FindingChangedDocument, type FindingChangedSubscription } from '../../generated/graphql';

export type Change = FindingChangedSubscription['findingChanged'];

interface Heard {
  change: (change: Change) => void;
  /** Every time that the line is there; without a cursor what went by meanwhile is not told. */
  connected: (isResumed: boolean) => void;
  lost: () => void;
}

const query = print(FindingChangedDocument);
const slowest = 30_000;

export const socketUrl = (): string => `${location.origin.replace(/^http/, 'ws')}/graphql`;

/** The one WebSocket of the tab: goes on from the last cursor after a break, until it is told to stop. */
export function watch(district: string, heard: Heard): () => void {
  let after: string | undefined;
  let breaks = 0;
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url: socketUrl(),
    retryAttempts: 0,
    keepAlive: 20_000,
    on: { connected: () => !isOver && heard.connected(after !== undefined) },
  });
  const again = (refused: boolean) => {
    if (isOver) {
      return;
    }
    // A cursor of another registry, or of a ledger restored from a copy.
    after = refused ? undefined : after;
    heard.lost();
    clearTimeout(timer);
    timer = setTimeout(listen, Math.min(slowest, 500 * 2 ** breaks++));
  };
  const listen = () =>
    client.subscribe<FindingChangedSubscription>(
      { query, variables: { district, after } },
      {
        next: ({ data }) => {
          if (data && !isOver) {
            breaks = 0;
            after = data.findingChanged.cursor;
            heard.change(data.findingChanged);
          }
        },
        error: (e) => again(Array.isArray(e)),
        complete: () => again(false),
      },
    );
  const cut = () => client.terminate();
  const mended = () => {
    breaks = 0;
    clearTimeout(timer);
    listen();
  };
  listen();
  addEventListener('offline', cut);
  addEventListener('online', mended);
  return () => {
    isOver = true;
    clearTimeout(timer);
    removeEventListener('offline', cut);
    removeEventListener('online', mended);
    void client.dispose();
  };
}
