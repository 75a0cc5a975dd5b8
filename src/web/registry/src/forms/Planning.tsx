import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAddress, useChoices } from '../shell/address';
import { saidAhead } from '../shell/aheadWords';
import { useMay } from '../shell/me';
import { usePlanned } from './planned';

interface Props {
  act: string;
  /** What is filled in; undefined while something is missing. */
  read: () => Record<string, unknown> | undefined;
  /** It is kept there, and no longer as a draft. */
  done: () => void;
}

/** Puts what is filled in among what is tried together, and writes nothing; what came from there is put back in its place. */
export function Planning({ act, read, done }: Props) {
  const { lang, to } = useAddress();
  const ahead = saidAhead(lang);
  const { query } = useChoices();
  const { planned, isFull, add, replace } = usePlanned();
  const mayTry = useMay('Query.whatIf');
  const [isAdded, setAdded] = useState(false);
  const at = query.has('planned') ? Number(query.get('planned')) : undefined;
  const put = () => {
    const input = read();
    if (input) {
      at !== undefined && planned[at]?.act === act ? replace(at, { act, input }) : add({ act, input });
      done();
      setAdded(true);
    }
  };
  return !mayTry ? null
    : isAdded ? (
        <span role="status">
          {ahead('plannedAdded', { n: planned.length })} <Link to={to('trials')}>{ahead('plannedSee')}</Link>
        </span>
      )
    : (
        <Button onClick={put} disabled={isFull && at === undefined} title={ahead('plannedWhy')}>
          {ahead('plannedAdd')}
        </Button>
      );
}
