import { Button } from 'antd';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { useClient } from 'urql';
import { SearchDocument, type SearchQuery } from '../../generated/graphql';
import { useAddress, useChoices } from './address';
import { useAnswer } from './answers';
import type { WordKey } from './words';

type Found = NonNullable<SearchQuery['district']>['search'][number];

/** One box for what somebody has before them: a plan's title or code, an agency, a document's number, a certificate's. */
export function Search() {
  const { say, to, view } = useAddress();
  const client = useClient();
  const { query, also } = useChoices();
  const navigate = useNavigate();
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [active, setActive] = useState(-1);
  const [isOpen, open] = useState(false);
  const { asked, found, isRead } = useFound(isOpen ? text : '');
  useSlash(box);
  useEffect(() => open(false), [query]);
  useEffect(() => setActive(-1), [asked]);

  // What was found of other words is not shown beneath these.
  const isShown = isOpen && asked !== '' && asked === text.trim() && isRead;
  const go = (node: Found) => {
    open(false);
    setText('');
    box.current?.blur();
    void navigate(
      node.__typename === 'Plan' ? to(`plans/${node.code}`)
      : node.__typename === 'Agency' ? to('tasks', { agency: node.agency })
      : also('record', node.id),
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [chosen, typed] = [isShown ? found[active] : undefined, text.trim()];
    open(false);
    chosen ? go(chosen) : typed && void sought(typed).then((all) => settle(typed, all));
  };
  /** What is typed is looked up now, whether or not it was shown beneath: plans stand together, anything else by itself. */
  const sought = async (typed: string) =>
    (await client.query(SearchDocument, { ...view, text: typed }).toPromise()).data?.district?.search ?? [];
  const settle = (typed: string, all: readonly Found[]) => {
    const [only, ...others] = all;
    const isPaper = only?.__typename === 'Document' || only?.__typename === 'FundingCertificate';
    only && isPaper && others.length === 0 ? go(only) : void navigate(to('plans', { text: typed }));
  };
  const steer = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) {
      event.preventDefault();
      setActive((n) => (n + step + found.length + (n < 0 && step < 0 ? 1 : 0)) % found.length);
    } else if (event.key === 'Escape') {
      open(false);
    }
  };
  return (
    <form role="search" className="search" onSubmit={submit} onBlur={(e) => !e.currentTarget.contains(e.relatedTarget) && open(false)}>
      <input
        ref={box}
        type="search"
        role="combobox"
        aria-expanded={isShown && found.length > 0}
        aria-controls="found"
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 && isShown ? `found-${active}` : undefined}
        aria-label={say('searchAll')}
        placeholder={`${say('searchAll')}  /`}
        autoComplete="off"
        value={text}
        onChange={(e) => {
          setText(e.target.value);
          open(true);
        }}
        onFocus={() => open(true)}
        onKeyDown={steer}
      />
      <Button htmlType="submit">{say('search')}</Button>
      {isShown && found.length === 0 && (
        <p className="found" role="status">
          {say('nothingFound', { text: asked })}
        </p>
      )}
      <ul id="found" role="listbox" aria-label={say('search')} className="found" hidden={!isShown || found.length === 0}>
        {found.map((node, i) => (
          <li
            key={node.id}
            id={`found-${i}`}
            role="option"
            aria-selected={i === active}
            onPointerDown={(e) => e.preventDefault()}
            onClick={() => go(node)}
          >
            <small className="quiet">{say(kinds[node.__typename!] ?? 'record')}</small> {nameOf(node)}
          </li>
        ))}
      </ul>
    </form>
  );
}

const kinds: Record<string, WordKey> = { Plan: 'plan', Agency: 'unit', Document: 'document', FundingCertificate: 'certificate' };

function nameOf(node: Found): string {
  switch (node.__typename) {
    case 'Plan':
      return `${node.title} ${node.code} ${node.horizon.from}—${node.horizon.to}`;
    case 'Agency':
      return node.name;
    case 'Document':
      return [node.number, node.heading].filter(Boolean).join(' ');
    case 'FundingCertificate':
      return node.certificate;
    default:
      return node.id;
  }
}

/** What holds the text, a fifth of a second after the last key. */
function useFound(text: string): { asked: string; found: readonly Found[]; isRead: boolean } {
  const { view } = useAddress();
  const [asked, ask] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => ask(text.trim()), 200);
    return () => clearTimeout(timer);
  }, [text]);
  const { data } = useAnswer(SearchDocument, asked ? { ...view, text: asked } : undefined);
  return { asked, found: data?.district?.search ?? [], isRead: data !== undefined };
}

/** The key / leads to the box, unless somebody is typing. */
function useSlash(box: React.RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.key === '/' && !isTyping && !event.ctrlKey && !event.altKey && !event.metaKey) {
        event.preventDefault();
        box.current?.focus();
      }
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [box]);
}
