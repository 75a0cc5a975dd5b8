import { createContext, useCallback, useContext, useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { said, type Lang, type Said } from './words';

/** What holds for every page, and every link keeps: the district, both clocks, the language. */
export interface Address {
  district: string;
  lang: Lang;
  asOf: string | undefined;
  knownAt: string | undefined;
  say: Said;
  /** As the API names it. */
  language: 'ZH' | 'EN';
  /** The variables that each query begins with. */
  view: { district: string; asOf: string | undefined; knownAt: string | undefined };
  /** Where a page is, under the same clocks and in the same language. */
  to: (page: string, choices?: Choices) => string;
}

export type Choices = Record<string, string | readonly string[] | undefined>;

const Kept = ['asOf', 'knownAt', 'lang'];

export function useAddress(): Address {
  const district = useParams().district ?? '';
  const [query] = useSearchParams();
  const lang: Lang = query.get('lang') === 'en' ? 'en' : 'zh';
  const asOf = query.get('asOf') ?? undefined;
  const knownAt = query.get('knownAt') ?? undefined;
  return useMemo(() => {
    const to = (page: string, choices: Choices = {}) => {
      const kept = new URLSearchParams(Kept.flatMap((k) => (query.has(k) ? [[k, query.get(k)!]] : [])));
      const [path, anchor] = page.split('#');
      for (const [name, value] of Object.entries(choices)) {
        const text = Array.isArray(value) ? value.join(',') : (value as string | undefined);
        if (text) {
          kept.set(name, text);
        }
      }
      return `/d/${district}/${path}${kept.toString() ? `?${readable(kept)}` : ''}${anchor ? `#${anchor}` : ''}`;
    };
    return { district, lang, language: lang === 'zh' ? 'ZH' : 'EN', asOf, knownAt, say: said(lang), view: { district, asOf, knownAt }, to };
  }, [district, lang, asOf, knownAt, query]);
}

/** Commas and colons as they are: an address is read by people. */
const readable = (query: URLSearchParams): string => query.toString().replace(/%2C/g, ',').replace(/%3A/g, ':');

/** The choices that stand in the address, and how to change them: choices push, typing replaces. */
export function useChoices() {
  const [query, setQuery] = useSearchParams();
  const read = useCallback((name: string) => query.get(name)?.split(',').filter(Boolean) ?? [], [query]);
  const change = useCallback(
    (choices: Choices, replace = false) =>
      setQuery(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(choices)) {
            const text = Array.isArray(value) ? value.join(',') : (value as string | undefined);
            text ? after.set(name, text) : after.delete(name);
          }
          return after;
        },
        { replace, preventScrollReset: true },
      ),
    [setQuery],
  );
  /** The same address with one more choice, to be linked to. */
  const also = useCallback(
    (name: string, value: string) => {
      const next = new URLSearchParams(query);
      next.set(name, value);
      return `?${readable(next)}`;
    },
    [query],
  );
  return { query, read, change, also };
}

/** What the frame has learned of the district: its name, both clocks, the ledgers' heads. */
export interface Seen {
  name: string;
  asOf: string;
  knownAt: string;
  vector: string;
}

export const SeenContext = createContext<Seen | undefined>(undefined);
export const useSeen = () => useContext(SeenContext);
