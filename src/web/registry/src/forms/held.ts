import { useRef } from 'react';
import type { Answer } from '../shell/answers';

/** What a form began with stays as it was: what it writes may do away with it. */
export function useHeld<Data>(answer: Answer<Data>): Answer<Data> {
  const first = useRef<Data>(undefined);
  first.current ??= answer.data;
  return first.current === undefined ? answer : { ...answer, data: first.current, error: undefined };
}
