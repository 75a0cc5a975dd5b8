import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useAddress } from '../shell/address';
import { term, type TermKind } from '../shell/words';
import { Choose, ChooseMany } from './Choose';
import { useChoicesOf } from './choices';
import { NewDocument } from './NewDocument';
import {
  fieldsOf, givenOf, helpOf, isIssued, isLong, isOfKind, isNeeded, isOfAct, isOnTop, kindOf, labelOf, plansNamed, valuesOf, type Field,
} from './spec';
import { isUntold, type Value, type Values } from './values';

export interface FieldsProps {
  input: string;
  values: Values;
  change: (values: Values) => void;
  /** Where it stands in what is sent. */
  path?: string[];
  /** What the server says is wrong, by path with points between. */
  wrong: Map<string, string>;
  /** Those that are given and not to be told again. */
  hidden?: string[];
  /** The fields of one step, and whether each must be filled in. */
  step?: ReadonlyMap<string, boolean>;
}

export const idOf = (path: readonly string[]): string => `field-${path.join('-')}`;

/** The fields of an input: those that matter, and the others folded. */
export function Fields({ input, values, change, path = [], wrong, hidden = [], step }: FieldsProps) {
  const { say } = useAddress();
  const fields = (fieldsOf(input) ?? []).filter((f) => !hidden.includes(f.name));
  // What came filled in is seen; what somebody fills in stays where it is.
  const isTop = (f: Field) => step?.has(f.name) === true || isOnTop(input, f) || values[f.name] !== undefined;
  const [first] = useState(() => new Set((fieldsOf(input) ?? []).filter(isTop).map((f) => f.name)));
  const shown = (f: Field) => (
    <FieldOf
      key={f.name}
      input={input}
      field={f}
      path={[...path, f.name]}
      wrong={wrong}
      value={values[f.name]}
      plans={plansNamed(input, values)}
      isRequired={(isNeeded(input, f, values) && !isUntold(input, values)) || step?.get(f.name) === true}
      change={(value) => change({ ...values, [f.name]: value })}
    />
  );
  const isFirst = (f: Field) => first.has(f.name) || isOfAct(input, f, values) || wrong.has([...path, f.name].join('.'));
  const rest = fields.filter((f) => !isFirst(f));
  return (
    <>
      {fields.filter(isFirst).map(shown)}
      {rest.length > 0 && (
        <details className="fold">
          <summary>{say('moreFields', { n: rest.length })}</summary>
          <div className="fields">{rest.map(shown)}</div>
        </details>
      )}
    </>
  );
}

interface FieldProps {
  input: string;
  field: Field;
  path: string[];
  wrong: Map<string, string>;
  value: Value | undefined;
  /** What a document that is registered for it names. */
  plans: string[];
  isRequired: boolean;
  change: (value: Value) => void;
}

function FieldOf({ input, field, path, wrong, value, plans, isRequired, change }: FieldProps) {
  const { lang, say } = useAddress();
  if (fieldsOf(field.type)) {
    return field.list ? (
      <Items
        field={field}
        path={path}
        wrong={wrong}
        items={(value as Values[] | undefined) ?? []}
        isRequired={isRequired}
        change={change}
      />
    ) : (
      <fieldset>
        <legend>
          {labelOf(field, lang)} {isRequired && <span className="required">{say('required')}</span>}
        </legend>
        <Fields input={field.type} values={(value as Values | undefined) ?? {}} change={change} path={path} wrong={wrong} />
      </fieldset>
    );
  }
  const text = typeof value === 'string' ? value : '';
  const error = wrong.get(path.join('.'));
  return (
    <Labelled label={labelOf(field, lang)} help={helpOf(field, lang)} path={path} error={error} isRequired={isRequired}>
      {(about) => control(about)}
    </Labelled>
  );

  function control(about: About) {
    const kind = kindOf(input, field);
    if (kind && field.list) {
      return <ChooseMany {...about} kind={kind} values={(value as string[] | undefined) ?? []} change={change} />;
    }
    if (kind) {
      return (
        <>
          <Choose {...about} kind={kind} value={text} choose={change} />
          {kind === 'document' && (
            <NewDocument
              into={path}
              registered={change}
              isIssued={isIssued(input, field)}
              isOfKind={isOfKind(input, field)}
              plans={plans}
            />
          )}
        </>
      );
    }
    const given = field.list ? ((value as string[] | undefined) ?? []).join(';') : text;
    return (
      <Plain
        about={about}
        type={field.type}
        isLong={isLong(field)}
        value={given}
        change={(v) => change(field.list ? v.split(/[;；]/) : v)}
        nothing={say('notChosen')}
      />
    );
  }
}

export interface About {
  id: string;
  isRequired?: boolean;
  isWrong?: boolean;
  describedBy?: string;
}

interface LabelledProps {
  label: string;
  help?: string;
  path: string[];
  error?: string;
  isRequired?: boolean;
  children: (about: About) => ReactNode;
}

/** A label above, help and what is wrong below. */
export function Labelled({ label, help, path, error, isRequired, children }: LabelledProps) {
  const { say } = useAddress();
  const id = idOf(path);
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label htmlFor={id}>
        {label} {isRequired && <span className="required">{say('required')}</span>}
      </label>
      {children({ id, isRequired, isWrong: error !== undefined, describedBy: described })}
      {help && (
        <small id={`${id}-help`} className="quiet">
          {help}
        </small>
      )}
      {error && (
        <small id={`${id}-error`} className="field-error">
          {error}
        </small>
      )}
    </div>
  );
}

interface PlainProps {
  about: About;
  type: string;
  isLong?: boolean;
  value: string;
  change: (value: string) => void;
  nothing: string;
}

/** A word of an enumeration, yes or no, a day, a number or a text. */
export function Plain({ about, type, isLong: isSentence, value, change, nothing }: PlainProps) {
  const { lang, say } = useAddress();
  const common = {
    id: about.id,
    value,
    'aria-required': about.isRequired || undefined,
    'aria-invalid': about.isWrong || undefined,
    'aria-describedby': about.describedBy,
  };
  const words = valuesOf(type);
  if (words || type === 'Boolean') {
    return (
      <select {...common} onChange={(e) => change(e.target.value)}>
        <option value="">{nothing}</option>
        {words?.map((w) => (
          <option key={w} value={w}>
            {term(lang, type as TermKind, w)}
          </option>
        ))}
        {type === 'Boolean' && <option value="true">{say('yes')}</option>}
        {type === 'Boolean' && <option value="false">{say('no')}</option>}
      </select>
    );
  }
  if (isSentence) {
    return <textarea {...common} rows={3} onChange={(e) => change(e.target.value)} />;
  }
  const number = type === 'Int' ? 'numeric' : type === 'Decimal' ? 'decimal' : undefined;
  return (
    <input
      {...common}
      type={type === 'Date' ? 'date' : 'text'}
      inputMode={number}
      autoComplete="off"
      onChange={(e) => change(e.target.value)}
    />
  );
}

interface ItemsProps {
  field: Field;
  path: string[];
  wrong: Map<string, string>;
  items: Values[];
  isRequired: boolean;
  change: (items: Value) => void;
}

/** As many as there are, each a set of fields; of a long list each is folded under its name. */
function Items({ field, path, wrong, items, isRequired, change }: ItemsProps) {
  const { lang, say } = useAddress();
  const label = labelOf(field, lang);
  const set = (i: number, values: Values) => change(items.map((item, n) => (n === i ? values : item)));
  const given = givenOf(field.type);
  const givenKind = fieldsOf(field.type)!.find((f) => f.name === given)?.type as TermKind | undefined;
  const isWrong = (i: number) => [...wrong.keys()].some((p) => p.startsWith(`${path.join('.')}.${i}.`));
  return (
    <fieldset id={idOf(path)} tabIndex={-1}>
      <legend>
        {label} {isRequired && <span className="required">{say('required')}</span>}
      </legend>
      {helpOf(field, lang) && <small className="quiet">{helpOf(field, lang)}</small>}
      {wrong.get(path.join('.')) && <small className="field-error">{wrong.get(path.join('.'))}</small>}
      {items.map((item, i) => (
        <details key={i} className="item" open={items.length <= 3 || given !== undefined || isWrong(i) || undefined}>
          <summary>
            {say('itemNumber', { n: i + 1 })} {givenKind ? term(lang, givenKind, String(item[given!] ?? '')) : <NameOf item={item} />}
          </summary>
          <div className="fields">
            <Fields
              input={field.type}
              values={item}
              change={(v) => set(i, v)}
              path={[...path, String(i)]}
              wrong={wrong}
              hidden={given && item[given] ? [given, ...(isUntold(field.type, item) ? later(field.type) : [])] : []}
            />
            {!given && <Button onClick={() => change(items.filter((_, n) => n !== i))}>{say('dropItem', { n: i + 1 })}</Button>}
          </div>
        </details>
      ))}
      {!(given && items.length > 0) && (
        <Button onClick={() => change([...items, {}])}>{say('addItem', { label: label.replace(/^各/, '') })}</Button>
      )}
    </fieldset>
  );
}

/** What is asked for once the item says something. */
const later = (type: string): string[] => (fieldsOf(type) ?? []).flatMap((f) => (f.required ? [] : [f.name]));

/** By its number and title; an indicator by its name. */
function NameOf({ item }: { item: Values }) {
  const text = (value: Value | undefined) => (typeof value === 'string' ? value : '');
  const indicator = text(item['indicator']);
  const { called } = useChoicesOf('indicator', '', indicator, indicator !== '');
  return [item['code'] ?? item['projectCode'], item['title'] ?? (indicator ? (called ?? indicator) : item['project'])]
    .map(text).filter(Boolean).join(' ');
}
