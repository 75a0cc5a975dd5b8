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
  end: (account: Account) => void;
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
          <span className="quiet">{say('endedOn', { day: momentInTable(a.endedAt) })}</span>
        ) : (
          <span className="buttons">
            <Button onClick={() => renew(a.id)}>{say('renewLink')}</Button>
            {a.subject ? (
              <Button onClick={() => unlink(a)}>{say('unlink')}</Button>
            ) : (
              provider !== null && <Button onClick={() => link(a)}>{say('link')}</Button>
            )}
            {a.factor && <Button onClick={() => resetFactor(a)}>{say('factorReset')}</Button>}
            <Button danger onClick={() => end(a)}>
              {say('end')}
            </Button>
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
