import { Button, Drawer } from 'antd';
import { Suspense, useEffect, useState } from 'react';
import { Link, Navigate, NavLink, Outlet, useLocation } from 'react-router';
import { FrameDocument } from '../../generated/graphql';
import { SeenContext, useAddress, type Address } from './address';
import { useAnswer } from './answers';
import { Clocks, PastBanner } from './Clocks';
import { NamedForm } from './forms';
import { LanguageSwitch } from './LanguageSwitch';
import { OfflineNote } from './live';
import { landing, useMe } from './me';
import { hasInterface, menuOf } from './menu';
import { RefusedPage } from './Page';
import { Person } from './Person';
import { OpenRecord } from './Record';
import { Search } from './Search';
import { Answered, Loading } from './states';

/** What is shown without a district. */
const ofAccounts = ['people', 'access', 'me'];

export function Frame() {
  const address = useAddress();
  const { say, lang } = address;
  const me = useMe();
  // Who keeps accounts has no district to read.
  const answer = useAnswer(FrameDocument, me.role === 'ADMIN' ? undefined : address.view);
  const seen = answer.data?.district ?? undefined;
  const [isOpen, open] = useState(false);
  const { pathname } = useLocation();
  useEffect(() => open(false), [pathname]);
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  }, [lang]);
  return (
    <SeenContext.Provider value={seen}>
      <a className="skip" href="#content">
        {say('skip')}
      </a>
      <header className="head">
        <Button className="menu-button" aria-label={say('menu')} onClick={() => open(true)}>
          <span aria-hidden="true">☰</span>
        </Button>
        <Link className="brand" to={address.to(landing(me))}>
          {say('registry')}
          {(seen?.name ?? me.districtName) && ` · ${seen?.name ?? me.districtName}`}
        </Link>
        {me.role !== 'ADMIN' && <Search />}
        {me.role !== 'ADMIN' && <Clocks seen={seen} />}
        <Preferences />
        <Person />
      </header>
      <PastBanner seen={seen} />
      <OfflineNote />
      <div className="body">
        <nav className="side" aria-label={say('menu')}>
          <Menu address={address} />
        </nav>
        <Drawer open={isOpen} onClose={() => open(false)} placement="left" size={240} title={say('menu')}>
          <Menu address={address} />
        </Drawer>
        <main id="content" tabIndex={-1}>
          {me.role === 'ADMIN' && !ofAccounts.some((page) => pathname.endsWith(`/${page}`)) ? (
            <Navigate replace to={address.to(landing(me))} />
          ) : me.role === 'ADMIN' ? (
            <Suspense fallback={<Loading />}>
              <Outlet />
            </Suspense>
          ) : (
            <Answered answer={answer}>
              {(data) =>
                data.district ? (
                  <Suspense fallback={<Loading />}>
                    <Outlet />
                  </Suspense>
                ) : (
                  <RefusedPage />
                )
              }
            </Answered>
          )}
        </main>
      </div>
      {seen && <OpenRecord />}
      {seen && <NamedForm />}
    </SeenContext.Provider>
  );
}

function Menu({ address: { say, to } }: { address: Address }) {
  const { role, may } = useMe();
  return (
    <ul className="menu">
      {menuOf(role, may).map(({ page, word }) => (
        <li key={page}>
          <NavLink to={to(page)}>{say(word)}</NavLink>
        </li>
      ))}
      {hasInterface(role) && (
        <li className="menu-last">
          <a href="/graphql">{say('interface')}</a>
        </li>
      )}
    </ul>
  );
}

const LargeKey = 'plan-registry.large';

function Preferences() {
  const { say } = useAddress();
  const [isLarge, enlarge] = useState(() => localStorage.getItem(LargeKey) === '1');
  useEffect(() => {
    document.documentElement.classList.toggle('large', isLarge);
    localStorage.setItem(LargeKey, isLarge ? '1' : '0');
  }, [isLarge]);
  return (
    <div className="preferences">
      <Button aria-pressed={isLarge} type={isLarge ? 'primary' : 'default'} onClick={() => enlarge(!isLarge)}>
        {say('large')}
      </Button>
      <LanguageSwitch />
    </div>
  );
}
