import { useMemo, useSyncExternalStore } from 'react';
import { useAddress } from '../shell/address';
import { accountOf, discard, keep, placeOf } from '../shell/draft';
import { useMe } from '../shell/me';
import { textsOf, type Values } from './values';

/** A change that is tried before anybody makes it: a mutation and what its form says. */
export interface Planned {
  act: string;
  input: Record<string, unknown>;
}

const changed = 'plan-registry.planned';
const mostPlanned = 50;

const listen = (heard: () => void) => {
  addEventListener(changed, heard);
  addEventListener('storage', heard);
  return () => {
    removeEventListener(changed, heard);
    removeEventListener('storage', heard);
  };
};

/** What has been put together to be tried, in its order; kept in this browser as drafts are. */
export function usePlanned() {
  const { district } = useAddress();
  const place = placeOf(accountOf(useMe()), district, 'planned');
  const text = useSyncExternalStore(listen, () => localStorage.getItem(place) ?? '[]');
  return useMemo(() => {
    const planned = read(text);
    const write = (next: Planned[]) => {
      next.length > 0 ? keep(place, next) : discard(place);
      dispatchEvent(new Event(changed));
    };
    return {
      planned,
      isFull: planned.length >= mostPlanned,
      add: (one: Planned) => write([...planned, one]),
      replace: (at: number, one: Planned) => write(planned.map((p, i) => (i === at ? one : p))),
      drop: (at: number) => write(planned.filter((_, i) => i !== at)),
      clear: () => write([]),
    };
  }, [text, place]);
}

/** As its form says it. */
export const asFilledIn = ({ input }: Planned): Values => textsOf(input) as Values;

function read(text: string): Planned[] {
  try {
    const kept: unknown = JSON.parse(text);
    return Array.isArray(kept) ? kept.filter((p): p is Planned => typeof p?.act === 'string' && typeof p.input === 'object') : [];
  } catch {
    return [];
  }
}
