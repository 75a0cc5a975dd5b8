import type { Client } from 'urql';
import type { Told } from '../shell/Effects';
import { actOf } from './spec';

export interface Problem {
  code: string;
  message: string;
  path: string[];
  clause?: string | null;
}

/** What the server says of an input, tried or written. */
export interface Outcome {
  seq?: number | null;
  problems: Problem[];
  opened?: Told[];
  cleared?: Told[];
  /** Of an application, what the screening doubts. */
  screening?: Doubt[];
}

export interface Doubt {
  verdict: string;
  clause: string;
  sentence: string;
}

const told = '{ key sentence severity verdict }';
const doubts = '{ verdict clause sentence }';

/** A sentence where the input could not be looked at; '' where the registry could not be reached: it may or may not have been written. */
export async function send(client: Client, act: string, input: Record<string, unknown>): Promise<Outcome | string> {
  const { input: type, tells } = actOf(act)!;
  const fields = tells.map((f) => (f === 'seq' ? f : `${f} ${f === 'screening' ? doubts : told}`)).join(' ');
  const mutation = `mutation ($input: ${type}!) { ${act}(input: $input) { problems { code message path clause } ${fields} } }`;
  const { data, error } = await client.mutation(mutation, { input }).toPromise();
  const outcome = (data as Record<string, Outcome> | undefined)?.[act];
  return outcome ?? error?.graphQLErrors.map((e) => e.message).join(' ') ?? '';
}
