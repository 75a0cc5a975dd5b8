import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { PeopleQuery } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { momentInTable } from '../../shell/days';
import { useMe } from '../../shell/me';
import { ways } from '../../shell/sign';
import { Table, type Column } from '../../shell/table';
import { term } from '../../shell/words';
import { AccountForm, type AccountFields } from './AccountForm';

type Account = PeopleQuery['accounts']['nodes'][number];

export interface Acts {
  renew: (id: string) => void;
  end: (account: Account, successor?: string) => void;
  grant: (account: Account, form: AccountFields) => Promise<boolean>;
  link: (account: Account) => void;
  unlink: (account: Account) => void;
  resetFactor: (account: Account) => void;
}

/** The accounts, and what may be done with each. */
export function Accounts({ accounts, acts }: { accounts: Account[]; acts: Acts }) {
  const { say, lang } = useAddress();
  const [provider, setProvider] = useState<string | null>(null);
  useEffect(() => void ways().then((w) => setProvider(w.provider), () => undefined), []);
  const columns: Column<Account>[] = [
    { name: 'name', head: say('personName'), cell: (a) => a.name, order: (a) => a.name },
    {
      name: 'role',
      head: say('role'),
      cell: (a) => (
        <>
          {term(lang, 'Role', a.role)}
          {a.post && ` · ${term(lang, 'AdminPost', a.post)}`}
          {!a.grantedAt && !a.endedAt && <span className="quiet"> ({say('notGranted')})</span>}
        </>
      ),
      order: (a) => a.role,
    },
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
          <Buttons account={a} others={accounts.filter((o) => o.id !== a.id && !o.endedAt)} acts={acts} hasProvider={provider !== null} />
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

interface OfOne {
  account: Account;
  others: Account[];
  acts: Acts;
  hasProvider: boolean;
}

/** What whoever asks may do with an account. */
function Buttons({ account, others, acts, hasProvider }: OfOne) {
  const { say } = useAddress();
  const { may } = useMe();
  const mayDo = (mutation: string) => may.includes(`Mutation.${mutation}`);
  return (
    <span className="buttons">
      {mayDo('renewLink') && <Button onClick={() => acts.renew(account.id)}>{say('renewLink')}</Button>}
      {mayDo('grantRole') && <AccountForm title={say('grant')} of={account} send={(form) => acts.grant(account, form)} />}
      {account.subject
        ? mayDo('unlinkProvider') && <Button onClick={() => acts.unlink(account)}>{say('unlink')}</Button>
        : hasProvider && mayDo('linkProvider') && <Button onClick={() => acts.link(account)}>{say('link')}</Button>}
      {account.factor && mayDo('resetFactor') && <Button onClick={() => acts.resetFactor(account)}>{say('factorReset')}</Button>}
      {mayDo('endUser') && (
        <details className="fold">
          <summary>{say('end')}</summary>
          <End account={account} others={others} end={acts.end} />
        </details>
      )}
    </span>
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
