import { Button } from 'antd';
import { Link } from 'react-router';
import { useAddress } from './address';
import { accountOf, discardAll } from './draft';
import { useAskMe, useMe } from './me';
import { post } from './sign';

/** Who is signed in; nobody signs out of the machine itself. */
export function Person() {
  const { to } = useAddress();
  const me = useMe();
  return me.role === 'OPERATOR' ? null : (
    <div className="person">
      <Link to={to('me')}>{me.name}</Link>
      <SignOut />
    </div>
  );
}

export function SignOut() {
  const { say, lang } = useAddress();
  const me = useMe();
  const ask = useAskMe();
  const signOut = () => {
    discardAll(accountOf(me));
    void post('/sign-out', lang).then(ask);
  };
  return <Button onClick={signOut}>{say('signOut')}</Button>;
}
