import { useState, type KeyboardEvent } from 'react';
import { useAddress } from '../shell/address';
import { useChoicesOf, type Choice } from './choices';
import type { Kind } from './spec';

export interface ChooseProps {
  id: string;
  kind: Kind;
  value: string;
  /** What it is called that is chosen already, where that is known. */
  known?: string;
  isRequired?: boolean;
  isWrong?: boolean;
  describedBy?: string;
  /** Beside a list of what is chosen the box is empty again. */
  isOfMany?: boolean;
  choose: (value: string) => void;
}

/** Chosen by name; what is typed and not chosen stands as it is, so that a code or a number of another district can be told too. */
export function Choose({ id, kind, value, known, isRequired, isWrong, describedBy, isOfMany, choose }: ChooseProps) {
  const { say } = useAddress();
  const [typed, type] = useState<string>();
  const [active, setActive] = useState(-1);
  const [isOpen, open] = useState(false);
  const { found, called } = useChoicesOf(kind, isOpen ? (typed ?? '') : '', typed === undefined ? value : '', isOpen);
  const name = called ?? known;
  const isShown = isOpen && found.length > 0;
  const take = (choice: Choice) => {
    choose(choice.value);
    type(isOfMany ? '' : undefined);
    open(false);
    setActive(-1);
  };
  const leave = () => {
    open(false);
    if (isOfMany && typed?.trim()) {
      choose(typed.trim());
      type('');
    } else if (!isOfMany) {
      type(undefined);
    }
  };
  const steer = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) {
      event.preventDefault();
      open(true);
      setActive((n) => (n + step + found.length + (n < 0 && step < 0 ? 1 : 0)) % found.length);
    } else if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      isShown && found[active] ? take(found[active]!) : leave();
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      open(false);
    }
  };
  return (
    <div className="choose" onBlur={(e) => !e.currentTarget.contains(e.relatedTarget) && leave()}>
      <input
        id={id}
        role="combobox"
        aria-expanded={isShown}
        aria-controls={`${id}-found`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && active >= 0 ? `${id}-${active}` : undefined}
        aria-required={isRequired || undefined}
        aria-invalid={isWrong || undefined}
        aria-describedby={describedBy}
        autoComplete="off"
        placeholder={say('typeToFind')}
        value={typed ?? name ?? value}
        onFocus={(e) => {
          e.currentTarget.select();
          open(true);
        }}
        onChange={(e) => {
          type(e.target.value);
          open(true);
          setActive(-1);
          if (!isOfMany) {
            choose(e.target.value);
          }
        }}
        onKeyDown={steer}
      />
      <ul id={`${id}-found`} role="listbox" aria-label={say('search')} className="found" hidden={!isShown}>
        {found.map((choice, i) => (
          <li
            key={choice.value}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === active}
            onPointerDown={(e) => e.preventDefault()}
            onClick={() => take(choice)}
          >
            {choice.label} {isCode(kind) && <small className="quiet">{choice.value}</small>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What goes by a code beside its name. */
const isCode = (kind: Kind): boolean => ['plan', 'agency', 'indicator', 'policyKey'].includes(kind);

type ManyProps = Omit<ChooseProps, 'value' | 'choose' | 'isOfMany'> & { values: string[]; change: (values: string[]) => void };

/** Several, each with a button that lets go of it. */
export function ChooseMany({ values, change, ...props }: ManyProps) {
  return (
    <>
      {values.length > 0 && (
        <ul className="chosen">
          {values.map((value) => (
            <Chosen key={value} kind={props.kind} value={value} drop={() => change(values.filter((v) => v !== value))} />
          ))}
        </ul>
      )}
      <Choose {...props} value="" isOfMany choose={(v) => v && !values.includes(v) && change([...values, v])} />
    </>
  );
}

function Chosen({ kind, value, drop }: { kind: Kind; value: string; drop: () => void }) {
  const { say } = useAddress();
  const { called } = useChoicesOf(kind, '', value, false);
  return (
    <li>
      {called ?? value}{' '}
      <button type="button" aria-label={say('dropOne', { name: called ?? value })} onClick={drop}>
        ×
      </button>
    </li>
  );
}
