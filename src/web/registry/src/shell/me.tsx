import { createContext, lazy, Suspense, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useClient } from 'urql';
import { MeDocument, type MeQuery, type Role } from '../../generated/graphql';
import { signedOut } from './answers';
import { SignIn } from './SignIn';
import { Failed, Loading } from './states';

const MyAccount = lazy(() => import('../pages/me/MyAccount'));

export type Me = MeQuery['me'];

interface Known {
  me: Me;
  /** Asks again who it is: after signing in or out. */
  ask: () => void;
}

const MeContext = createContext<Known | undefined>(undefined);

/** Who is signed in. */
export const useMe = (): Me => useContext(MeContext)!.me;
export const useAskMe = () => useContext(MeContext)!.ask;

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
 * filled in is still there.
 */
export function Gate({ children }: { children: ReactNode }) {
  const client = useClient();
  const [me, setMe] = useState<Me>();
  const [last, setLast] = useState<Me>();
  const [isLost, setLost] = useState(false);
  const ask = useCallback(() => {
    void client.query(MeDocument, {}, { requestPolicy: 'network-only' }).toPromise().then(({ data }) => {
      setLost(!data);
      if (data) {
        setMe(data.me);
        setLast((before) => (data.me.role !== 'PUBLIC' ? data.me : before));
      }
    });
  }, [client]);
  useEffect(ask, [ask]);
  useEffect(() => {
    addEventListener(signedOut, ask);
    return () => removeEventListener(signedOut, ask);
  }, [ask]);
  const isIn = me !== undefined && me.role !== 'PUBLIC';
  const shown = isIn ? me : last;
  const known = useMemo(() => shown && { me: shown, ask }, [shown, ask]);
  return (
    <>
      {me?.role === 'PUBLIC' && <SignIn onSignedIn={ask} />}
      {me === undefined && (isLost ? <Failed error="" retry={ask} /> : <Loading />)}
      {known && (
        // Another person's page is another page.
        <div hidden={!isIn} key={`${known.me.name} ${known.me.role}`}>
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
