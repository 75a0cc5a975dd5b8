import { Alert, Button } from 'antd';
import { useRef, useState, type FormEvent } from 'react';
import { useClient } from 'urql';
import { ChangePasswordDocument, EndSessionsDocument, MySessionsDocument, type MySessionsQuery } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { useAnswer } from '../../shell/answers';
import { momentInTable } from '../../shell/days';
import { useAskMe, useMe } from '../../shell/me';
import { NewPassword } from '../../shell/NewPassword';
import { Page } from '../../shell/Page';
import { SignOut } from '../../shell/Person';
import { Answered, Empty } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import { term } from '../../shell/words';
import { Factor } from './Factor';

type Session = MySessionsQuery['me']['sessions'][number];

/** Who one is here, where one is signed in, and one's password. */
export default function MyAccount() {
  const { say, lang } = useAddress();
  const me = useMe();
  const client = useClient();
  const answer = useAnswer(MySessionsDocument, {});
  const [told, tell] = useState<string>();
  const endOthers = async () => {
    const { data } = await client.mutation(EndSessionsDocument, { input: {} }).toPromise();
    tell(data ? say('othersSignedOut') : say('offline'));
    answer.retry();
  };
  const columns: Column<Session>[] = [
    { name: 'since', head: say('signedInSince'), cell: (s) => <span className="nowrap">{momentInTable(s.signedInAt)}</span> },
    { name: 'seen', head: say('lastUsed'), cell: (s) => <span className="nowrap">{momentInTable(s.seenAt)}</span> },
    { name: 'address', head: say('networkAddress'), cell: (s) => <span className="nowrap">{s.address}</span> },
    { name: 'agent', head: say('browser'), cell: (s) => s.agent, isMinor: true },
    { name: 'current', head: say('state'), cell: (s) => (s.current ? say('thisOne') : '') },
  ];
  return (
    <Page title={say('myAccount')}>
      {(me.grantNeeded || me.passwordExpired || me.factorNeeded) && <SignOut />}
      <p>
        {me.name} · {term(lang, 'Role', me.role)}
        {me.districtName && ` · ${me.districtName}`}
        {me.agencyName && ` · ${me.agencyName}`}
      </p>
      {me.previousSignInAt && <p className="quiet">{say('lastTime', { moment: momentInTable(me.previousSignInAt) })}</p>}
      {told && <Alert role="status" type="info" showIcon title={told} />}
      {me.grantNeeded && <Alert role="status" type="warning" showIcon title={say('grantNeeded')} />}
      {me.passwordExpired && <Password isFirst />}
      <section>
        <h2>{say('sessions')}</h2>
        <Answered answer={answer}>
          {(data) =>
            data.me.sessions.length > 0 ? (
              <>
                <Table caption={say('sessions')} columns={columns} rows={data.me.sessions} rowKey={(s) => s.signedInAt + s.agent} />
                {data.me.sessions.length > 1 && <Button onClick={() => void endOthers()}>{say('signOutElsewhere')}</Button>}
              </>
            ) : (
              <Empty>{say('noSessions')}</Empty>
            )
          }
        </Answered>
      </section>
      {!me.demonstration && me.role !== 'OPERATOR' && <Factor />}
      {!me.demonstration && me.role !== 'OPERATOR' && !me.passwordExpired && <Password />}
    </Page>
  );
}

function Password({ isFirst }: { isFirst?: boolean }) {
  const { say } = useAddress();
  const me = useMe();
  const ask = useAskMe();
  const client = useClient();
  const form = useRef<HTMLFormElement>(null);
  const [told, tell] = useState<{ sentence: string; isDone: boolean }>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const fields = new FormData(form.current!);
    const input = { oldPassword: String(fields.get('old')), password: String(fields.get('password')) };
    const { data } = await client.mutation(ChangePasswordDocument, { input }).toPromise();
    const problems = data?.changePassword.problems;
    const isDone = problems?.length === 0;
    tell({ isDone, sentence: isDone ? say('passwordChanged') : (problems?.map((p) => p.message).join(' ') ?? say('offline')) });
    if (isDone) {
      form.current?.reset();
      ask();
    }
  };
  return (
    <section>
      <h2>{say('changePassword')}</h2>
      {isFirst && <Alert role="status" type="warning" showIcon title={say('passwordExpired')} />}
      {!isFirst && me.passwordExpiresOn && <p className="quiet">{say('passwordUntil', { day: me.passwordExpiresOn })}</p>}
      {told && <Alert role={told.isDone ? 'status' : 'alert'} type={told.isDone ? 'success' : 'error'} showIcon title={told.sentence} />}
      <form ref={form} className="form" onSubmit={(e) => void submit(e)}>
        <label>
          {say('oldPassword')}
          <input name="old" type="password" autoComplete="current-password" required maxLength={128} />
        </label>
        <NewPassword />
        <Button type="primary" htmlType="submit">
          {say('changePassword')}
        </Button>
      </form>
    </section>
  );
}
