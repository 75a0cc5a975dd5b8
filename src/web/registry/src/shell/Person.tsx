import { Button } from 'antd';
import { Link } from 'react-router';
import { useAddress } from './address';
import { useAskMe, useLeave, useMe } from './me';
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
  const ask = useAskMe();
  const leave = useLeave();
  const signOut = async () => ((await post('/sign-out', lang)) === undefined ? leave() : ask());
  return <Button onClick={() => void signOut()}>{say('signOut')}</Button>;
}
