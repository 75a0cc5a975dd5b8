import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { FormSeqDocument } from '../../generated/graphql';
import { useAddress } from '../shell/address';
import { useMe } from '../shell/me';
import { accountOf, discard, keep, newKey, placeOf, read, type Draft } from '../shell/draft';
import type { Values } from './values';

export interface Drafting {
  values: Values;
  key: string;
  seq: number;
  offered: Draft | undefined;
  change: (values: Values) => void;
  take: () => void;
  discard: () => void;
  /** The form itself has written on the way. */
  wrote: (seq: number | undefined) => void;
  /** Takes note of what others have written. */
  readAgain: () => Promise<number>;
  /** It has been sent: nothing is kept of it. */
  done: () => void;
}

interface Asked {
  about: string;
  initial: Values;
  seq: number;
  changed: (isChanged: boolean) => void;
}

const every = 2_000;

/** What is filled in, kept every two seconds and when the page goes; what was kept before is offered. */
export function useDraft({ about, initial, seq: seqRead, changed }: Asked): Drafting {
  const { district } = useAddress();
  const client = useClient();
  const me = useMe();
  const place = placeOf(accountOf(me), district, about);
  const [values, setValues] = useState(initial);
  const [key, setKey] = useState(newKey);
  const [seq, setSeq] = useState(seqRead);
  const [offered, offer] = useState(() => read(place));
  const [isChanged, setChanged] = useState(false);
  const now = useRef<Draft | undefined>(undefined);
  now.current = isChanged ? { values, key, seq, at: Date.now() } : undefined;
  useEffect(() => {
    const save = () => now.current && keep(place, now.current);
    const timer = setInterval(save, every);
    addEventListener('pagehide', save);
    return () => {
      save();
      clearInterval(timer);
      removeEventListener('pagehide', save);
    };
  }, [place]);
  useEffect(() => changed(isChanged), [changed, isChanged]);
  const change = useCallback((next: Values) => {
    setValues(next);
    setChanged(true);
    offer(undefined);
  }, []);
  const done = useCallback(() => {
    now.current = undefined;
    setChanged(false);
    discard(place);
  }, [place]);
  return {
    values, key, seq, offered, change, done,
    take: () => {
      setValues(offered!.values);
      setKey(offered!.key);
      setSeq(offered!.seq);
      setChanged(true);
      offer(undefined);
    },
    discard: () => {
      discard(place);
      offer(undefined);
    },
    wrote: (written) => setSeq((before) => (written === before + 1 ? written : before)),
    readAgain: async () => {
      const { data } = await client.query(FormSeqDocument, { district }, { requestPolicy: 'network-only' }).toPromise();
      const read = data?.district?.seq ?? seq;
      setSeq(read);
      return read;
    },
  };
}
