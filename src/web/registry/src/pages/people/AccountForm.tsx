import { Button } from 'antd';
import { useRef, useState, type FormEvent } from 'react';
import type { AdminPost, Role } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { useMe } from '../../shell/me';
import { term } from '../../shell/words';

export interface AccountFields {
  name: string;
  role: Role;
  district: string;
  agency?: string;
  post?: AdminPost;
  expiresOn?: string;
}

interface Props {
  title: string;
  /** Whether the registry has taken it. */
  send: (form: AccountFields) => Promise<boolean>;
  /** Of a token, which holds until a day. */
  expires?: boolean;
  /** The account that there is already, as it is now: its name stays. */
  of?: Readonly<{ role: Role; district: string; agency?: string | null; post?: AdminPost | null }>;
}

const posts: AdminPost[] = ['SYSTEM', 'SECURITY', 'AUDIT'];
const roles: Role[] = ['REFORM_COMMISSION', 'DEPARTMENT', 'FINANCE', 'AUDIT', 'ADMIN'];

/** What an account or a token is to be; it is emptied once the registry has taken it. */
export function AccountForm({ title, send, expires, of }: Props) {
  const { say, lang } = useAddress();
  const me = useMe();
  const form = useRef<HTMLFormElement>(null);
  const [role, setRole] = useState<Role>(of?.role ?? 'REFORM_COMMISSION');
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const fields = Object.fromEntries([...new FormData(form.current!)].filter(([, v]) => v !== '')) as unknown as AccountFields;
    setBusy(true);
    if ((await send(fields)) && !of) {
      form.current?.reset();
      setRole('REFORM_COMMISSION');
    }
    setBusy(false);
  };
  return (
    <details className="fold">
      <summary>{title}</summary>
      <form ref={form} className="form form-row" aria-label={title} onSubmit={(e) => void submit(e)}>
        {!of && (
          <label>
            {expires ? say('tokenName') : say('personName')}
            <input name="name" required maxLength={100} autoComplete="off" />
          </label>
        )}
        <label>
          {say('role')}
          <select name="role" value={role} onChange={(e) => setRole(e.target.value as Role)}>
            {roles.map((r) => (
              <option key={r} value={r}>
                {term(lang, 'Role', r)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say('districtCode')}
          <input name="district" required pattern="[0-9]{6}" defaultValue={of?.district ?? me.district ?? ''} />
        </label>
        <label>
          {say('agencyNamed')}
          <input name="agency" required={role === 'DEPARTMENT'} maxLength={200} defaultValue={of?.agency ?? ''} />
        </label>
        {role === 'ADMIN' && !expires && (
          <label>
            {say('post')}
            <select name="post" defaultValue={of?.post ?? ''}>
              <option value="">{say('noPost')}</option>
              {posts.map((p) => (
                <option key={p} value={p}>
                  {term(lang, 'AdminPost', p)}
                </option>
              ))}
            </select>
          </label>
        )}
        {expires && (
          <label>
            {say('until')}
            <input name="expiresOn" type="date" required />
          </label>
        )}
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {title}
        </Button>
      </form>
    </details>
  );
}
