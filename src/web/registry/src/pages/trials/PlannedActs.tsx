import { Button } from 'antd';
import { useChoicesOf } from '../../forms/choices';
import { asFilledIn, usePlanned, type Planned } from '../../forms/planned';
import { actOf, fieldsOf, kindOf, labelOf, titleOf, valuesOf, type Field, type Kind } from '../../forms/spec';
import type { Value } from '../../forms/values';
import { useAddress, useChoices } from '../../shell/address';
import { saidAhead } from '../../shell/aheadWords';
import { useMayWrite } from '../../shell/forms';
import { Empty } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import { term, type TermKind } from '../../shell/words';

type Row = Planned & { at: number };

/** What has been put together on forms, in the order in which it is tried. */
export function PlannedActs() {
  const { lang } = useAddress();
  const ahead = saidAhead(lang);
  const { planned, drop, clear } = usePlanned();
  const columns: Column<Row>[] = [
    { name: 'n', head: ahead('plannedOrder'), cell: (r) => r.at + 1, isNumber: true },
    { name: 'act', head: ahead('plannedAct'), cell: (r) => (actOf(r.act) ? titleOf(actOf(r.act)!, lang) : r.act) },
    { name: 'says', head: ahead('plannedSays'), cell: (r) => <Said row={r} /> },
    {
      name: 'acts',
      head: '',
      cell: (r) => (
        <span className="buttons">
          <OpenButton row={r} /> <Button onClick={() => drop(r.at)}>{ahead('plannedDrop')}</Button>
        </span>
      ),
    },
  ];
  return (
    <section id="planned">
      <h2>{ahead('planned')}</h2>
      {planned.length === 0 ? (
        <Empty>{ahead('plannedNone')}</Empty>
      ) : (
        <>
          <Table
            caption={ahead('planned')}
            columns={columns}
            rows={planned.map((p, at) => ({ ...p, at }))}
            rowKey={(r) => `${r.at} ${r.act}`}
          />
          <p className="buttons">
            <Button onClick={clear}>{ahead('plannedClear')}</Button>
          </p>
        </>
      )}
    </section>
  );
}

/** Filled in as it is tried: to be changed, or done. */
function OpenButton({ row }: { row: Row }) {
  const { lang } = useAddress();
  const { change } = useChoices();
  return useMayWrite(row.act) ? (
    <Button onClick={() => change({ form: row.act, planned: String(row.at) })}>{saidAhead(lang)('plannedOpen')}</Button>
  ) : null;
}

const mostSaid = 6;

/** The first fields of the form, as they are labelled there, by name where the form chooses by name. */
function Said({ row }: { row: Row }) {
  const { lang } = useAddress();
  const values = asFilledIn(row);
  const input = actOf(row.act)?.input ?? '';
  const fields = (fieldsOf(input) ?? []).filter((f) => values[f.name] !== undefined).slice(0, mostSaid);
  return (
    <>
      {fields.map((f, i) => (
        <span key={f.name}>
          {i > 0 && (lang === 'zh' ? '；' : '; ')}
          {labelOf(f, lang)} <Told input={input} field={f} value={values[f.name]!} />
        </span>
      ))}
    </>
  );
}

function Told({ input, field, value }: { input: string; field: Field; value: Value }) {
  const { say, lang } = useAddress();
  const kind = kindOf(input, field);
  if (Array.isArray(value)) {
    return value.every((v) => typeof v === 'string')
      ? value.map((v, i) => (
          <span key={v}>
            {i > 0 && '、'}
            <Told input={input} field={field} value={v} />
          </span>
        ))
      : `× ${value.length}`;
  }
  return typeof value !== 'string' ? Object.values(value).filter((v) => typeof v === 'string').join(' ')
    : kind ? <Named kind={kind} code={value} />
    : valuesOf(field.type) ? term(lang, field.type as TermKind, value)
    : field.type === 'Boolean' ? say(value === 'true' ? 'yes' : 'no')
    : value;
}

/** By its name; what the registry does not have by that code yet, such as what an earlier act makes, by the code. */
function Named({ kind, code }: { kind: Kind; code: string }) {
  return useChoicesOf(kind, '', code, false).called ?? code;
}
