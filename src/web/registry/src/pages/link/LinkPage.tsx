import { Alert, Button } from 'antd';
import { useRef, useState, type FormEvent } from 'react';
import { useAddress } from '../../shell/address';
import { NewPassword } from '../../shell/NewPassword';
import { post } from '../../shell/sign';

/** Chooses the password that a link is for. The link's key stands behind #, which no server and no log gets to see. */
export default function LinkPage() {
  const { say, lang } = useAddress();
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
      location.replace('/');
    }
  };
  return (
    <main className="sign-in">
      <h1>{say('choosePassword')}</h1>
      {error !== undefined && <Alert role="alert" type="error" showIcon title={error} />}
      <form ref={form} onSubmit={(e) => void submit(e)} className="form">
        <NewPassword isFirst />
        <label>
          {say('passwordAgain')}
          <input name="again" type="password" autoComplete="new-password" required maxLength={128} />
        </label>
        <Button type="primary" htmlType="submit">
          {say('setPassword')}
        </Button>
      </form>
    </main>
  );
}
