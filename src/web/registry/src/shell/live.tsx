import { Button } from 'antd';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useClient } from 'urql';
import { FrameDocument } from '../../generated/graphql';
import { useAddress, useSeen } from './address';
import { ReadingContext } from './answers';
import { watch, type Change } from './watch';

interface Live {
  /** What changed since what is shown was read. */
  changes: readonly Change[];
  /** Something was recorded of which no change told. */
  isStale: boolean;
  isOffline: boolean;
  /** Reads anew all that is shown. */
  refresh: () => void;
}

const LiveContext = createContext<Live>({ changes: [], isStale: false, isOffline: false, refresh: () => undefined });
export const useLive = () => useContext(LiveContext);

const nothing = { changes: [] as Change[], isStale: false };

/** Listens while both clocks are now, by one WebSocket for the whole tab. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const { district, asOf, knownAt } = useAddress();
  const client = useClient();
  const isNow = !asOf && !knownAt;
  const [reading, setReading] = useState(0);
  const [news, setNews] = useState(nothing);
  const [isOffline, setOffline] = useState(false);
  useEffect(() => {
    setNews(nothing);
    setOffline(false);
    if (!isNow || !district) {
      return;
    }
    return watch(district, {
      change: (change) => setNews((n) => ({ ...n, changes: [...n.changes, change] })),
      lost: () => setOffline(true),
      connected: (isResumed) => {
        setOffline(false);
        if (!isResumed) {
          // What the frame has read, and whether that is still so.
          const before = client.readQuery(FrameDocument, { district })?.data?.district?.vector;
          void client.query(FrameDocument, { district }, { requestPolicy: 'network-only' }).toPromise().then(({ data }) => {
            const now = data?.district?.vector;
            setNews((n) => ({ ...n, isStale: n.isStale || (before !== undefined && now !== undefined && now !== before) }));
          });
        }
      },
    });
  }, [client, district, isNow]);
  const refresh = useCallback(() => {
    setNews(nothing);
    setReading((n) => n + 1);
  }, []);
  const live = useMemo(() => ({ ...news, isOffline, refresh }), [news, isOffline, refresh]);
  return (
    <ReadingContext.Provider value={reading}>
      <LiveContext.Provider value={live}>{children}</LiveContext.Provider>
    </ReadingContext.Provider>
  );
}

/** What opened or cleared since the page was read, of the district or of one plan. */
export function useNews(plan?: string): { opened: ReadonlySet<string>; cleared: ReadonlySet<string> } {
  const { changes } = useLive();
  return useMemo(() => {
    const [opened, cleared] = [new Set<string>(), new Set<string>()];
    const concerns = (f: { plan?: { code: string } | null }) => !plan || f.plan?.code === plan;
    for (const change of changes) {
      change.cleared.filter(concerns).forEach((f) => opened.delete(f.key) || cleared.add(f.key));
      change.opened.filter(concerns).forEach((f) => {
        cleared.delete(f.key);
        opened.add(f.key);
      });
    }
    return { opened, cleared };
  }, [changes, plan]);
}

/** That what is shown is no longer all there is; rows move when the reader says so. */
export function StaleNote({ plan }: { plan?: string }) {
  const { say } = useAddress();
  const { isStale, refresh } = useLive();
  const { opened, cleared } = useNews(plan);
  const n = opened.size + cleared.size;
  return (
    <div role="status" className={n > 0 || isStale ? 'stale' : undefined}>
      {(n > 0 || isStale) && (
        <>
          <span>{n > 0 ? say('changesSince', { n }) : say('ledgerMoved')}</span>
          <Button onClick={refresh}>{say('refresh')}</Button>
        </>
      )}
    </div>
  );
}

export function OfflineNote() {
  const { say } = useAddress();
  const { isOffline } = useLive();
  const seen = useSeen();
  return (
    <div role="status" className={isOffline && seen ? 'stale offline' : undefined}>
      {isOffline && seen && say('lineLost')}
    </div>
  );
}
