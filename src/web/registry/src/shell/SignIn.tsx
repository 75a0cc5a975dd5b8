import { Alert, Button } from 'antd';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useAddress } from './address';
import { LanguageSwitch } from './LanguageSwitch';
import { overProvider, send, ways, type Ways } from './sign';
import { term } from './words';

/** Name and password, or one click in a demonstration. It stands over the page that is asked for, so there is nowhere to be sent on to. */
export function SignIn({ onSignedIn }: { onSignedIn: () => void }) {
  const { say, lang } = useAddress();
  const [open, setOpen] = useState<Ways>();
  const [error, setError] = useState<string>();
  const [needsCode, askCode] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    document.title = `${say('signIn')} - ${say('registry')}`;
    void ways().then(setOpen, () => setOpen({ provider: null, accounts: [] }));
  }, [say]);
  const signIn = async (body: object) => {
    setBusy(true);
    const refusal = await send('/sign-in', lang, body);
    setBusy(false);
    setError(refusal && !(refusal.needsCode && !needsCode) ? refusal.message || say('offline') : undefined);
    askCode(refusal?.needsCode === true || (needsCode && refusal !== undefined));
    if (refusal === undefined) {
      onSignedIn();
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fields = new FormData(form.current!);
    void signIn({ name: fields.get('name'), password: fields.get('password'), ...(needsCode && { code: fields.get('code') }) });
  };
  return (
    <main className="sign-in">
      <div className="page-head">
        <h1>{say('registry')}</h1>
        <LanguageSwitch />
      </div>
      {error !== undefined && <Alert role="alert" type="error" showIcon title={error} />}
      {open && open.accounts.length > 0 ? (
        <>
          <p>{say('demonstration')}</p>
          <ul className="trials">
            {open.accounts.map((t) => (
              <li key={t.id}>
                <Button block disabled={isBusy} onClick={() => void signIn({ account: t.id })}>
                  {t.name} · {term(lang, 'Role', t.role)}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        open && (
          <form ref={form} onSubmit={submit} className="form">
            <label>
              {say('personName')}
              <input name="name" autoComplete="username" required maxLength={100} autoFocus />
            </label>
            <label>
              {say('password')}
              <input name="password" type="password" autoComplete="current-password" required maxLength={128} />
            </label>
            {needsCode && (
              <label>
                {say('deviceCode')}
                <input name="code" inputMode="numeric" autoComplete="one-time-code" pattern="[0-9]{6}" required maxLength={6} autoFocus />
              </label>
            )}
            <Button type="primary" htmlType="submit" loading={isBusy}>
              {say('signIn')}
            </Button>
            {open.provider !== null && <Button href={overProvider()}>{say('byProvider', { name: open.provider })}</Button>}
            <p className="quiet">{say('forgotten')}</p>
          </form>
        )
      )}
      <p>
        <a href={`/verify${lang === 'en' ? '?lang=en' : ''}`}>{say('verifyPaper')}</a>
      </p>
    </main>
  );
}
