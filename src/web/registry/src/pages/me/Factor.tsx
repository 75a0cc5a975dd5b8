import { Alert, Button } from 'antd';
import { useRef, useState, type FormEvent } from 'react';
import { useClient } from 'urql';
import { BeginFactorDocument, ConfirmFactorDocument } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { useAskMe, useMe } from '../../shell/me';

/** The second factor: its secret shown once, and confirmed by a code. */
export function Factor() {
  const { say } = useAddress();
  const me = useMe();
  const ask = useAskMe();
  const client = useClient();
  const form = useRef<HTMLFormElement>(null);
  const [offer, setOffer] = useState<{ secret: string; address: string }>();
  const [error, setError] = useState<string>();
  const refuse = (problems?: readonly { message: string }[]) => setError(problems?.map((p) => p.message).join(' ') ?? say('offline'));
  const begin = async (password: string) => {
    const { data } = await client.mutation(BeginFactorDocument, { input: { password } }).toPromise();
    const { secret, address, problems } = data?.beginFactor ?? {};
    if (secret && address) {
      setError(undefined);
      setOffer({ secret, address });
      form.current?.reset();
    } else {
      refuse(problems);
    }
  };
  const confirm = async (code: string) => {
    const { data } = await client.mutation(ConfirmFactorDocument, { input: { code } }).toPromise();
    if (data?.confirmFactor.problems.length === 0) {
      setOffer(undefined);
      setError(undefined);
      ask();
    } else {
      refuse(data?.confirmFactor.problems);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fields = new FormData(form.current!);
    void (offer ? confirm(String(fields.get('code'))) : begin(String(fields.get('password') ?? '')));
  };
  return (
    <section>
      <h2>{say('factor')}</h2>
      {me.factorNeeded && <Alert role="status" type="warning" showIcon title={say('factorNeeded')} />}
      {error !== undefined && <Alert role="alert" type="error" showIcon title={error} />}
      <p className="quiet">{me.factor ? say('factorOn') : say('factorHint')}</p>
      {!me.factor && (
        <form ref={form} className="form" aria-label={say('factor')} onSubmit={submit}>
          {offer ? (
            <>
              <p>{say('factorSecret')}</p>
              <code className="secret">{offer.secret}</code>
              <code className="secret">{offer.address}</code>
              <label>
                {say('deviceCode')}
                <input name="code" inputMode="numeric" autoComplete="one-time-code" pattern="[0-9]{6}" required maxLength={6} />
              </label>
            </>
          ) : (
            <label>
              {say('password')}
              <input name="password" type="password" autoComplete="current-password" maxLength={128} />
            </label>
          )}
          <Button type="primary" htmlType="submit">
            {offer ? say('factorConfirm') : say('factorBegin')}
          </Button>
        </form>
      )}
    </section>
  );
}
