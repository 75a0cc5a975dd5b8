import { Alert, Button } from 'antd';
import { useRef, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useAddress } from '../../shell/address';
import { post } from '../../shell/sign';

/** Chooses the password that a link is for. The link's key stands behind #, which no server and no log gets to see. */
export default function LinkPage() {
  const { say, lang } = useAddress();
  const navigate = useNavigate();
  const [error, setError] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const fields = new FormData(form.current!);
    if (fields.get('password') !== fields.get('again')) {
      setError(say('passwordsDiffer'));
      return;
    }
    const refusal = await post('/link', lang, { link: location.hash.slice(1), password: fields.get('password') });
    setError(refusal === '' ? say('offline') : refusal);
    if (refusal === undefined) {
      void navigate('/', { replace: true });
      location.reload();
    }
  };
  return (
    <main className="sign-in">
      <h1>{say('choosePassword')}</h1>
      {error !== undefined && <Alert role="alert" type="error" showIcon title={error} />}
      <form ref={form} onSubmit={(e) => void submit(e)} className="form">
        <label>
          {say('newPassword')}
          <input name="password" type="password" autoComplete="new-password" required minLength={8} maxLength={128} autoFocus />
        </label>
        <label>
          {say('passwordAgain')}
          <input name="again" type="password" autoComplete="new-password" required maxLength={128} />
        </label>
        <p className="quiet">{say('passwordHint')}</p>
        <Button type="primary" htmlType="submit">
          {say('setPassword')}
        </Button>
      </form>
    </main>
  );
}
