import { Alert, Button } from 'antd';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useAddress } from './address';
import { LanguageSwitch } from './LanguageSwitch';
import { post, toTry, type Trial } from './sign';
import { term } from './words';

/** Name and password, or one click in a demonstration. It stands over the page that is asked for, so there is nowhere to be sent on to. */
export function SignIn({ onSignedIn }: { onSignedIn: () => void }) {
  const { say, lang } = useAddress();
  const [trials, setTrials] = useState<Trial[]>();
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    document.title = `${say('signIn')} - ${say('registry')}`;
    void toTry().then(setTrials, () => setTrials([]));
  }, [say]);
  const signIn = async (body: object) => {
    setBusy(true);
    const refusal = await post('/sign-in', lang, body);
    setBusy(false);
    setError(refusal === '' ? say('offline') : refusal);
    if (refusal === undefined) {
      onSignedIn();
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fields = new FormData(form.current!);
    void signIn({ name: fields.get('name'), password: fields.get('password') });
  };
  return (
    <main className="sign-in">
      <div className="page-head">
        <h1>{say('registry')}</h1>
        <LanguageSwitch />
      </div>
      {error !== undefined && <Alert role="alert" type="error" showIcon title={error} />}
      {trials && trials.length > 0 ? (
        <>
          <p>{say('demonstration')}</p>
          <ul className="trials">
            {trials.map((t) => (
              <li key={t.id}>
                <Button block disabled={isBusy} onClick={() => void signIn({ account: t.id })}>
                  {t.name} · {term(lang, 'Role', t.role)}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        trials && (
          <form ref={form} onSubmit={submit} className="form">
            <label>
              {say('personName')}
              <input name="name" autoComplete="username" required maxLength={100} autoFocus />
            </label>
            <label>
              {say('password')}
              <input name="password" type="password" autoComplete="current-password" required maxLength={128} />
            </label>
            <Button type="primary" htmlType="submit" loading={isBusy}>
              {say('signIn')}
            </Button>
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
