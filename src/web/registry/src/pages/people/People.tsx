import '../../shell/peopleWords';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useClient } from 'urql';
import {
  EndUserDocument, GrantRoleDocument, InviteUserDocument, LinkProviderDocument, MakeTokenDocument,
  PeopleDocument, RenewLinkDocument, RevokeTokenDocument,
  ResetFactorDocument, UnlinkProviderDocument, type PeopleQuery,
} from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { useAnswer } from '../../shell/answers';
import { momentInTable } from '../../shell/days';
import { useMe } from '../../shell/me';
import { Page } from '../../shell/Page';
import { Answered, Empty } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import { term, type WordKey } from '../../shell/words';
import { Accounts } from './Accounts';
import { AccountForm, type AccountFields } from './AccountForm';
import { BackupNotice } from './BackupNotice';

type Account = PeopleQuery['accounts']['nodes'][number];
type Token = NonNullable<PeopleQuery['tokens']>['nodes'][number];

interface Told {
  sentence: string;
  /** Told once, to be copied. */
  secret?: string;
  isRefusal?: boolean;
}

/** Who may use the registry. */
export default function People() {
  const { say } = useAddress();
  const client = useClient();
  const { may } = useMe();
  const mayDo = (mutation: string) => may.includes(`Mutation.${mutation}`);
  const answer = useAnswer(PeopleDocument, { seesTokens: may.includes('Query.tokens') });
  const [told, tell] = useState<Told>();
  const done = (next: Told) => {
    tell(next);
    answer.retry();
  };
  const refuse = (problems: readonly { message: string }[]) =>
    tell({ sentence: problems.map((p) => p.message).join(' ') || say('offline'), isRefusal: true });

  const invite = async (form: AccountFields) => {
    const { data } = await client.mutation(InviteUserDocument, { input: form }).toPromise();
    linkTold(data?.inviteUser);
    return !!data?.inviteUser.link;
  };
  const renew = async (account: string) => {
    const { data } = await client.mutation(RenewLinkDocument, { input: { account } }).toPromise();
    linkTold(data?.renewLink);
  };
  const linkTold = (payload?: { link?: string | null; account?: { name: string } | null; problems: readonly { message: string }[] }) =>
    payload?.link
      ? done({ sentence: say('linkFor', { name: payload.account!.name }), secret: location.origin + payload.link })
      : refuse(payload?.problems ?? []);
  const end = async (account: Account, successor?: string) => {
    if (confirm(say('endPerson', { name: account.name }))) {
      const input = { account: account.id, ...(successor && { successor }) };
      const { data } = await client.mutation(EndUserDocument, { input }).toPromise();
      changed('personEnded', data?.endUser);
    }
  };
  /** Where the payload names the account, it is done. */
  const changed = (word: WordKey, payload?: { account?: { name: string } | null; problems: readonly { message: string }[] }) =>
    payload?.account ? done({ sentence: say(word, { name: payload.account.name }) }) : refuse(payload?.problems ?? []);
  const grant = async (account: Account, { name: _, ...form }: AccountFields) => {
    const { data } = await client.mutation(GrantRoleDocument, { input: { ...form, account: account.id } }).toPromise();
    changed('granted', data?.grantRole);
    return !!data?.grantRole.account;
  };
  const link = async (account: Account) => {
    const subject = prompt(say('linkSubject', { name: account.name }))?.trim();
    if (subject) {
      const { data } = await client.mutation(LinkProviderDocument, { input: { account: account.id, subject } }).toPromise();
      changed('linked', data?.linkProvider);
    }
  };
  const unlink = async (account: Account) => {
    if (confirm(say('unlinkPerson', { name: account.name }))) {
      const { data } = await client.mutation(UnlinkProviderDocument, { input: { account: account.id } }).toPromise();
      changed('unlinked', data?.unlinkProvider);
    }
  };
  const resetFactor = async (account: Account) => {
    if (confirm(say('factorResetFor', { name: account.name }))) {
      const { data } = await client.mutation(ResetFactorDocument, { input: { account: account.id } }).toPromise();
      changed('factorGone', data?.resetFactor);
    }
  };
  const makeToken = async ({ expiresOn, ...form }: AccountFields) => {
    const { data } = await client.mutation(MakeTokenDocument, { input: { ...form, expiresOn: expiresOn! } }).toPromise();
    const made = data?.makeToken;
    if (made?.secret) {
      done({ sentence: say('tokenFor', { name: made.token!.name }), secret: made.secret });
    } else {
      refuse(made?.problems ?? []);
    }
    return !!made?.secret;
  };
  const revoke = async (token: Token) => {
    if (confirm(say('revokeToken', { name: token.name }))) {
      const { data } = await client.mutation(RevokeTokenDocument, { input: { token: token.id } }).toPromise();
      return data?.revokeToken.token
        ? done({ sentence: say('tokenRevoked', { name: token.name }) })
        : refuse(data?.revokeToken.problems ?? []);
    }
  };
  return (
    <Page title={say('people')} isWide>
      <BackupNotice />
      {told && (
        <Alert
          role={told.isRefusal ? 'alert' : 'status'}
          type={told.isRefusal ? 'error' : 'success'}
          showIcon
          closable
          onClose={() => tell(undefined)}
          title={told.sentence}
          description={told.secret && <code className="secret">{told.secret}</code>}
        />
      )}
      <Answered answer={answer}>
        {({ accounts, tokens }) => (
          <>
            <Accounts accounts={accounts.nodes} acts={{ renew, end, grant, link, unlink, resetFactor }} />
            {mayDo('inviteUser') && <AccountForm title={say('addPerson')} send={invite} />}
            {tokens && (
              <>
                <Tokens tokens={tokens.nodes} revoke={revoke} />
                <AccountForm title={say('addToken')} send={makeToken} expires />
              </>
            )}
          </>
        )}
      </Answered>
    </Page>
  );
}

function Tokens({ tokens, revoke }: { tokens: Token[]; revoke: (token: Token) => void }) {
  const { say, lang } = useAddress();
  const columns: Column<Token>[] = [
    { name: 'name', head: say('tokenName'), cell: (t) => t.name },
    { name: 'role', head: say('role'), cell: (t) => term(lang, 'Role', t.role) },
    { name: 'district', head: say('districtCode'), cell: (t) => t.district },
    { name: 'until', head: say('until'), cell: (t) => momentInTable(t.expiresAt) },
    { name: 'used', head: say('lastUsed'), cell: (t) => (t.usedAt ? momentInTable(t.usedAt) : say('never')) },
    {
      name: 'acts',
      head: say('toDo'),
      cell: (t) =>
        t.revokedAt ? (
          <span className="quiet">{say('endedOn', { day: momentInTable(t.revokedAt) })}</span>
        ) : (
          <Button danger onClick={() => revoke(t)}>
            {say('end')}
          </Button>
        ),
    },
  ];
  return (
    <section>
      <h2>{say('tokens')}</h2>
      {tokens.length > 0 ? (
        <Table caption={say('tokens')} columns={columns} rows={tokens} rowKey={(t) => t.id} />
      ) : (
        <Empty>{say('noTokens')}</Empty>
      )}
    </section>
  );
}
