import { StyleProvider, legacyLogicalPropertiesTransformer } from '@ant-design/cssinjs';
import { ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { createBrowserRouter, Navigate, RouterProvider, ScrollRestoration } from 'react-router';
import { Provider } from 'urql';
import { useAddress } from './shell/address';
import { clientOf } from './shell/answers';
import { Frame } from './shell/Frame';
import { Gate, landing, useMe } from './shell/me';
import { LiveProvider } from './shell/live';
import { RefusedPage } from './shell/Page';

const Funding = lazy(() => import('./pages/funding/Funding'));
const Import = lazy(() => import('./pages/import/Import'));
const Papers = lazy(() => import('./pages/funding/Papers'));
const Verify = lazy(() => import('./pages/verify/Verify'));
const Overview = lazy(() => import('./pages/overview/Overview'));
const Findings = lazy(() => import('./pages/findings/Findings'));
const Plans = lazy(() => import('./pages/plans/Plans'));
const Applications = lazy(() => import('./pages/applications/Applications'));
const Lists = lazy(() => import('./pages/lists/Lists'));
const Ledger = lazy(() => import('./pages/ledger/Ledger'));
const Consultations = lazy(() => import('./pages/consultation/Consultations'));
const Assignments = lazy(() => import('./pages/assignments/Assignments'));
const Waivers = lazy(() => import('./pages/waivers/Waivers'));
const Experts = lazy(() => import('./pages/experts/Experts'));
const Handover = lazy(() => import('./pages/handover/Handover'));
const Reviews = lazy(() => import('./pages/reviews/Reviews'));
const Tasks = lazy(() => import('./pages/tasks/Tasks'));
const Indicators = lazy(() => import('./pages/indicators/Indicators'));
const Briefing = lazy(() => import('./pages/briefing/Briefing'));
const Articles = lazy(() => import('./pages/articles/Articles'));
const Policy = lazy(() => import('./pages/policy/Policy'));
const Trials = lazy(() => import('./pages/trials/Trials'));
const People = lazy(() => import('./pages/people/People'));
const AccessJournal = lazy(() => import('./pages/access/AccessJournal'));
const MyAccount = lazy(() => import('./pages/me/MyAccount'));
const LinkPage = lazy(() => import('./pages/link/LinkPage'));
const Plan = lazy(() => import('./pages/plan/Plan'));
const PublicPlans = lazy(() => import('./pages/public/PublicPlans'));

const router = createBrowserRouter([
  { path: '/public/:district', element: <Open /> },
  {
    path: '/d/link',
    element: (
      <Themed>
        <Suspense>
          <LinkPage />
        </Suspense>
      </Themed>
    ),
  },
  {
    path: '/verify/:number?',
    element: (
      <Themed>
        <Suspense>
          <Verify />
        </Suspense>
      </Themed>
    ),
  },
  {
    path: '/d/:district',
    element: <District />,
    children: [
      { index: true, element: <ToLanding /> },
      { path: 'overview', element: <Overview /> },
      { path: 'findings', element: <Findings /> },
      { path: 'waivers', element: <Waivers /> },
      { path: 'plans', element: <Plans /> },
      { path: 'plans/:code', element: <Plan /> },
      { path: 'applications', element: <Applications /> },
      { path: 'lists', element: <Lists /> },
      { path: 'lists/:code', element: <Lists /> },
      { path: 'funding', element: <Funding /> },
      { path: 'funding/papers', element: <Papers /> },
      { path: 'tasks', element: <Tasks /> },
      { path: 'indicators', element: <Indicators /> },
      { path: 'assignments', element: <Assignments /> },
      { path: 'reviews', element: <Reviews /> },
      { path: 'handover', element: <Handover /> },
      { path: 'consultation', element: <Consultations /> },
      { path: 'experts', element: <Experts /> },
      { path: 'import/:id?', element: <Import /> },
      { path: 'ledger', element: <Ledger /> },
      { path: 'briefing', element: <Briefing /> },
      { path: 'articles', element: <Articles /> },
      { path: 'policy', element: <Policy /> },
      { path: 'trials', element: <Trials /> },
      { path: 'people', element: <People /> },
      { path: 'access', element: <AccessJournal /> },
      { path: 'me', element: <MyAccount /> },
      { path: '*', element: <RefusedPage /> },
    ],
  },
]);

export const App = () => <RouterProvider router={router} />;

/** Each role begins on the page that it came for. */
function ToLanding() {
  const me = useMe();
  const { to, district } = useAddress();
  return <Navigate replace to={to(landing(me)).replace(`/d/${district}/`, `/d/${me.district ?? district}/`)} />;
}

const theme = {
  token: {
    fontFamily: '"Microsoft YaHei","Noto Sans CJK SC",sans-serif',
    fontSize: 16,
    controlHeight: 40,
    borderRadius: 4,
    colorPrimary: '#0b57d0',
    colorPrimaryHover: '#0842a0', // antd's own is lighter, and too light to be read on white
    colorLink: '#0b57d0',
    colorLinkHover: '#0842a0',
    colorError: '#b42318',
    motion: false,
  },
};

/** Everything under one district, in one language. */
function District() {
  const { lang } = useAddress();
  const client = useMemo(() => clientOf(lang), [lang]);
  return (
    <Themed>
      <Provider value={client} key={lang}>
        <Gate>
          <LiveProvider>
            <Frame />
          </LiveProvider>
        </Gate>
        <ScrollRestoration getKey={(location) => location.pathname + location.key} />
      </Provider>
    </Themed>
  );
}

/** Drawers stand within what is hidden while somebody signs in again over the page. */
const over = () => document.getElementById('over') ?? document.body;

/** What is for everybody: nobody signs in. */
function Open() {
  const { lang } = useAddress();
  const client = useMemo(() => clientOf(lang), [lang]);
  return (
    <Themed>
      <Provider value={client} key={lang}>
        <Suspense>
          <PublicPlans />
        </Suspense>
      </Provider>
    </Themed>
  );
}

function Themed({ children }: { children: ReactNode }) {
  const { lang } = useAddress();
  return (
    // Chromium 88 has neither :where with priority nor logical properties throughout.
    <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
      <ConfigProvider getPopupContainer={over} locale={lang === 'zh' ? zh : en} button={{ autoInsertSpace: false }} theme={theme}>
        {children}
      </ConfigProvider>
    </StyleProvider>
  );
}
