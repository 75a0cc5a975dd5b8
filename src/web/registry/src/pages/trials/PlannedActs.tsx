import { Button } from 'antd';
import { asFilledIn, usePlanned, type Planned } from '../../forms/planned';
import { actOf, fieldsOf, labelOf, titleOf } from '../../forms/spec';
import type { Value } from '../../forms/values';
import { useAddress, useChoices } from '../../shell/address';
import { saidAhead } from '../../shell/aheadWords';
import { useMayWrite } from '../../shell/forms';
import { Empty } from '../../shell/states';
import { Table, type Column } from '../../shell/table';

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

/** The first fields of the form, as they are labelled there. */
function Said({ row }: { row: Row }) {
  const { lang } = useAddress();
  const values = asFilledIn(row);
  const fields = fieldsOf(actOf(row.act)?.input ?? '') ?? [];
  const said = fields.flatMap((f) => (values[f.name] === undefined ? [] : [`${labelOf(f, lang)} ${short(values[f.name]!)}`]));
  return <>{said.slice(0, mostSaid).join(lang === 'zh' ? '；' : '; ')}</>;
}

const short = (value: Value): string =>
  typeof value === 'string' ? value
  : Array.isArray(value) ? (value.every((v) => typeof v === 'string') ? value.join('、') : `× ${value.length}`)
  : Object.values(value).map(short).join(' ');
