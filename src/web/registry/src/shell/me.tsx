import { createContext, lazy, Suspense, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useClient } from 'urql';
import { MeDocument, type MeQuery, type Role } from '../../generated/graphql';
import { signedOut } from './answers';
import { accountOf, discardAll } from './draft';
import { SignIn } from './SignIn';
import { Failed, Loading } from './states';

const MyAccount = lazy(() => import('../pages/me/MyAccount'));

export type Me = MeQuery['me'];

interface Known {
  me: Me;
  /** Asks again who it is. */
  ask: () => void;
  /** They have signed out: what they read and filled in goes with them. */
  leave: () => void;
}

const MeContext = createContext<Known | undefined>(undefined);

/** Who is signed in. */
export const useMe = (): Me => useContext(MeContext)!.me;
export const useAskMe = () => useContext(MeContext)!.ask;
export const useLeave = () => useContext(MeContext)!.leave;

/** Whether a field of the API is theirs to use, such as Mutation.recordAct. */
export const useMay = (coordinate: string): boolean => useMe().may.includes(coordinate);

const pages: Record<Role, string> = {
  REFORM_COMMISSION: 'overview',
  DEPARTMENT: 'tasks',
  FINANCE: 'funding',
  AUDIT: 'ledger',
  ADMIN: 'people',
  OPERATOR: 'overview',
  PUBLIC: 'overview',
};

/** Where they begin: by role, and an administrator by post where the three are apart. */
export const landing = (me: Me): string => (me.may.includes('Query.accessJournal') && !me.may.includes('Query.accounts')
  && me.role === 'ADMIN' ? 'access' : pages[me.role]);

/**
 * Shows the pages to who is signed in. Whose session ends on the way signs in over the page, which stays as it was: whatever was being
 * filled in is still there. For anybody else, and after signing out, the page begins anew: it holds what another person has read.
 */
export function Gate({ children }: { children: ReactNode }) {
  const client = useClient();
  const [me, setMe] = useState<Me>();
  const [last, setLast] = useState<Me>();
  const [isLost, setLost] = useState(false);
  const [gone, setGone] = useState<string>();
  const person = useRef<string>(undefined);
  const ask = useCallback(() => {
    void client.query(MeDocument, {}, { requestPolicy: 'network-only' }).toPromise().then(({ data }) => {
      setLost(!data);
      if (data && data.me.role !== 'PUBLIC') {
        if (person.current !== undefined && person.current !== accountOf(data.me)) {
          location.reload();
          return;
        }
        person.current = accountOf(data.me);
        setLast(data.me);
      }
      setMe((before) => data?.me ?? before);
    });
  }, [client]);
  const leave = useCallback(() => {
    setMe(undefined);
    setLast(undefined);
    setGone(person.current);
  }, []);
  useEffect(() => {
    // By now the forms are closed, which keep what is in them when they go.
    if (gone !== undefined) {
      discardAll(gone);
      location.reload();
    }
  }, [gone]);
  useEffect(ask, [ask]);
  useEffect(() => {
    addEventListener(signedOut, ask);
    return () => removeEventListener(signedOut, ask);
  }, [ask]);
  const isIn = me !== undefined && me.role !== 'PUBLIC';
  const shown = isIn ? me : last;
  const known = useMemo(() => shown && { me: shown, ask, leave }, [shown, ask, leave]);
  return (
    <>
      {me?.role === 'PUBLIC' && <SignIn onSignedIn={ask} />}
      {me === undefined && (isLost ? <Failed error="" retry={ask} /> : <Loading />)}
      {known && (
        <div hidden={!isIn}>
          <MeContext.Provider value={known}>
            {known.me.factorNeeded || known.me.passwordExpired || known.me.grantNeeded ? (
              <Suspense>
                <main>
                  <MyAccount />
                </main>
              </Suspense>
            ) : (
              children
            )}
          </MeContext.Provider>
          <div id="over" />
        </div>
      )}
    </>
  );
}
