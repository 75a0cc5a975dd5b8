import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useAddress, useChoices } from './address';
import { folded } from './names';

interface Option {
  value: string;
  label: string;
}

/** A few values, all of them in sight; several may be chosen. */
export function Chips({ name, label, options }: { name: string; label: string; options: readonly Option[] }) {
  const { read, change } = useChoices();
  const chosen = read(name);
  const toggle = (value: string) =>
    change({ [name]: chosen.includes(value) ? chosen.filter((c) => c !== value) : [...chosen, value], open: undefined });
  return (
    <div className="chips" role="group" aria-label={label}>
      <span>{label}</span>
      {options.map((o) => (
        <button key={o.value} type="button" aria-pressed={chosen.includes(o.value)} onClick={() => toggle(o.value)}>
          {o.label}
        </button>
      ))}
    </div>
  );
}

/** Many values, one chosen at a time; an address may name several, which then stand as one entry. */
export function Choice({ name, label, options }: { name: string; label: string; options: readonly Option[] }) {
  const { say } = useAddress();
  const { read, change } = useChoices();
  const chosen = read(name);
  const value = chosen.join(',');
  const isListed = value === '' || options.some((o) => o.value === value);
  return (
    <label className="choice">
      {label}
      <select value={value} onChange={(e) => change({ [name]: e.target.value, open: undefined })}>
        <option value="">{say('all')}</option>
        {!isListed && <option value={value}>{value}</option>}
        {options.map((o) => (
          <option key={o.value} value={o.value}>
            {o.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Many values, found by any words of their labels. */
export function Sought({ name, label, options }: { name: string; label: string; options: readonly Option[] }) {
  const { say } = useAddress();
  const { read, change } = useChoices();
  const [typed, type] = useState<string>();
  const value = read(name).join(',');
  const chosen = options.find((o) => o.value === value)?.label ?? value;
  const choose = (wanted: string | undefined) => {
    type(undefined);
    change({ [name]: wanted, open: undefined });
  };
  const found = (text: string) => options.filter((o) => folded(o.label).includes(folded(text)));
  const settle = (text: string) => {
    const [only, ...others] = found(text);
    text.trim() === '' ? choose(undefined) : only && others.length === 0 ? choose(only.value) : type(undefined);
  };
  return (
    <label className="choice sought">
      {label}
      <input
        type="search"
        list={`of-${name}`}
        placeholder={say('all')}
        autoComplete="off"
        value={typed ?? chosen}
        onFocus={(e) => e.currentTarget.select()}
        onChange={(e) => {
          const exact = options.find((o) => o.label === e.target.value);
          exact ? choose(exact.value) : e.target.value === '' ? choose(undefined) : type(e.target.value);
        }}
        onKeyDown={(e) => e.key === 'Enter' && typed !== undefined && settle(typed)}
        onBlur={() => typed !== undefined && settle(typed)}
      />
      <datalist id={`of-${name}`}>
        {options.map((o) => (
          <option key={o.value} value={o.label} />
        ))}
      </datalist>
    </label>
  );
}

/** Words that the server looks for, once they are typed to the end. */
export function Typed({ name, label }: { name: string; label: string }) {
  const { read, change } = useChoices();
  const value = read(name)[0] ?? '';
  const settle = (text: string) => text.trim() !== value && change({ [name]: text.trim() });
  return (
    <label className="choice">
      {label}
      <input
        key={value}
        type="search"
        defaultValue={value}
        maxLength={200}
        autoComplete="off"
        onKeyDown={(e) => e.key === 'Enter' && settle(e.currentTarget.value)}
        onBlur={(e) => settle(e.currentTarget.value)}
      />
    </label>
  );
}

/** Open where there is room; on a telephone the rows come first. */
export function Filters({ children }: { children: ReactNode }) {
  const { say } = useAddress();
  return (
    <details className="filters" open={matchMedia('(min-width: 768px)').matches}>
      <summary>{say('filter')}</summary>
      <div className="filter-rows">{children}</div>
    </details>
  );
}

/** How many are shown, how many the filter hides, and the way out of it. */
export function FilterFoot({ names, hidden, children }: { names: readonly string[]; hidden: number; children: ReactNode }) {
  const { say } = useAddress();
  const { change } = useChoices();
  return (
    <p className="filter-foot" aria-live="polite">
      <strong>{children}</strong>
      {hidden > 0 && (
        <>
          <span>{say('hidden', { n: hidden })}</span>
          <Button size="small" onClick={() => change(Object.fromEntries(names.map((n) => [n, undefined])))}>
            {say('clear')}
          </Button>
        </>
      )}
    </p>
  );
}

/** One day. */
export function DayChoice({ name, label }: { name: string; label: string }) {
  const { read, change } = useChoices();
  const value = read(name)[0] ?? '';
  return (
    <label className="choice">
      {label}
      <input type="date" value={value} onChange={(e) => change({ [name]: e.target.value }, true)} />
    </label>
  );
}
