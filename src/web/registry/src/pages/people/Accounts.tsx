import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { PeopleQuery } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { momentInTable } from '../../shell/days';
import { ways } from '../../shell/sign';
import { Table, type Column } from '../../shell/table';
import { term } from '../../shell/words';

type Account = PeopleQuery['accounts']['nodes'][number];

interface Acts {
  renew: (id: string) => void;
  end: (account: Account, successor?: string) => void;
  link: (account: Account) => void;
  unlink: (account: Account) => void;
  resetFactor: (account: Account) => void;
}

/** The accounts, and what may be done with each. */
export function Accounts({ accounts, renew, end, link, unlink, resetFactor }: Acts & { accounts: Account[] }) {
  const { say, lang } = useAddress();
  const [provider, setProvider] = useState<string | null>(null);
  useEffect(() => void ways().then((w) => setProvider(w.provider), () => undefined), []);
  const columns: Column<Account>[] = [
    { name: 'name', head: say('personName'), cell: (a) => a.name, order: (a) => a.name },
    { name: 'role', head: say('role'), cell: (a) => term(lang, 'Role', a.role), order: (a) => a.role },
    { name: 'district', head: say('districtCode'), cell: (a) => a.district },
    { name: 'agency', head: say('office'), cell: (a) => a.agency },
    { name: 'seen', head: say('lastSignIn'), cell: (a) => (a.signedInAt ? momentInTable(a.signedInAt) : say('never')) },
    ...(provider === null && accounts.every((a) => !a.subject) ? [] : [
      { name: 'subject', head: say('atProvider'), cell: (a: Account) => a.subject },
    ]),
    {
      name: 'acts',
      head: say('toDo'),
      cell: (a) =>
        a.endedAt ? (
          <span className="quiet">
            {say('endedOn', { day: momentInTable(a.endedAt) })}
            {a.successor && ` · ${say('handedTo', { name: accounts.find((o) => o.id === a.successor)?.name ?? a.successor })}`}
          </span>
        ) : (
          <span className="buttons">
            <Button onClick={() => renew(a.id)}>{say('renewLink')}</Button>
            {a.subject ? (
              <Button onClick={() => unlink(a)}>{say('unlink')}</Button>
            ) : (
              provider !== null && <Button onClick={() => link(a)}>{say('link')}</Button>
            )}
            {a.factor && <Button onClick={() => resetFactor(a)}>{say('factorReset')}</Button>}
            <details className="fold">
              <summary>{say('end')}</summary>
              <End account={a} others={accounts.filter((o) => o.id !== a.id && !o.endedAt)} end={end} />
            </details>
          </span>
        ),
    },
  ];
  return (
    <section>
      <h2>{say('accounts')}</h2>
      <Table caption={say('accounts')} columns={columns} rows={accounts} rowKey={(a) => a.id} isSorted />
    </section>
  );
}

/** Who leaves hands over: the successor stands beside the account from then on. */
function End({ account, others, end }: { account: Account; others: Account[]; end: Acts['end'] }) {
  const { say } = useAddress();
  const [successor, choose] = useState('');
  return (
    <span className="buttons">
      <label>
        {say('successor')}{' '}
        <select value={successor} onChange={(e) => choose(e.target.value)}>
          <option value="">{say('nobody')}</option>
          {others.map((o) => (
            <option key={o.id} value={o.id}>
              {o.name}
            </option>
          ))}
        </select>
      </label>
      <Button danger onClick={() => end(account, successor || undefined)}>
        {say('end')}
      </Button>
    </span>
  );
}
