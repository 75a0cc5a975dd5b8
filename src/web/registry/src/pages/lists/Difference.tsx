import type { ListDifferenceQuery } from '../../../generated/graphql';
import { ListDifferenceDocument } from '../../../generated/graphql';
import { useAddress, useChoices } from '../../shell/address';
import { useAnswer } from '../../shell/answers';
import { Fields } from '../../shell/Record';
import { Answered, Empty } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import { term } from '../../shell/words';
import type { List } from './Lists';

type District = NonNullable<ListDifferenceQuery['district']>;
type Compared = District['directoryLists'][number];
type Row = NonNullable<Compared['difference']>['entries'][number];

/** What a list says otherwise than another: the one that the address names, else the one before it. */
export function Difference({ list, lists }: { list: List; lists: List[] }) {
  const { say, view } = useAddress();
  const { read, change } = useChoices();
  const chosen = read('from')[0];
  const from = lists.some((l) => l.code === chosen && l !== list) ? chosen : undefined;
  const answer = useAnswer(ListDifferenceDocument, { ...view, from });
  return (
    <section id="difference">
      <h2>{say('difference')}</h2>
      <label className="choice">
        {say('comparedWith')}
        <select value={from ?? ''} onChange={(e) => change({ from: e.target.value })}>
          <option value="">{say('listBefore')}</option>
          {lists.filter((l) => l !== list).map((l) => (
            <option key={l.code}>{l.code}</option>
          ))}
        </select>
      </label>
      <Answered answer={answer}>
        {({ district }) => {
          const difference = district?.directoryLists.find((l) => l.code === list.code)?.difference;
          return difference ? <Shown difference={difference} list={list.code} /> : <Empty>{say('noListBefore')}</Empty>;
        }}
      </Answered>
    </section>
  );
}

const numberOf = (e: Row) => e.entry?.code ?? e.former[0]?.code ?? '';
const order = ['ADDED', 'MERGED', 'CHANGED', 'REMOVED', 'NEVER_STARTED'];
const inOrder = (a: Row, b: Row) =>
  order.indexOf(a.kind) - order.indexOf(b.kind) || numberOf(a).localeCompare(numberOf(b), 'zh-CN', { numeric: true });

function Shown({ difference, list }: { difference: NonNullable<Compared['difference']>; list: string }) {
  const { say, lang } = useAddress();
  const columns: Column<Row>[] = [
    { name: 'kind', head: say('changeKind'), cell: (e) => term(lang, 'EntryDifferenceKind', e.kind) },
    { name: 'number', head: say('entryNumber'), cell: numberOf },
    { name: 'title', head: say('title'), cell: (e) => e.entry?.title ?? e.former.map((f) => f.title).join('、') },
    {
      name: 'changed',
      head: say('whatChanged'),
      cell: (e) => (
        <>
          {e.kind === 'MERGED' && say('mergedFrom', { titles: e.former.map((f) => f.title).join('、') })}
          {e.fields.length > 0 && <Fields fields={e.fields} />}
          {e.reason}
        </>
      ),
    },
  ];
  return (
    <>
      <p className="quiet">
        {say('differenceOf', { list: difference.from.code, n: difference.entries.length, same: difference.unchanged })}
      </p>
      {difference.entries.length > 0 && (
        <Table
          caption={say('difference')}
          columns={columns}
          rows={[...difference.entries].sort(inOrder)}
          rowKey={(e) => `${e.entry?.id ?? ''} ${e.former.map((f) => f.id).join()}`}
          sheet={{ kind: 'difference', list, from: difference.from.code }}
        />
      )}
    </>
  );
}
