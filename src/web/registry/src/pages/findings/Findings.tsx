import { Drawer } from 'antd';
import { useRef } from 'react';
import { FindingDetailDocument, FindingsDocument, type FindingDetailQuery } from '../../../generated/graphql';
import { useAddress, useChoices, useSeen } from '../../shell/address';
import { useAnswer, usePages } from '../../shell/answers';
import { Coverage } from '../../shell/Coverage';
import { dayInWords } from '../../shell/days';
import { StaleNote } from '../../shell/live';
import { useMay } from '../../shell/me';
import { Page } from '../../shell/Page';
import { Answered, Empty, Refused } from '../../shell/states';
import { useTicks } from '../../shell/ticks';
import { FilterBar, useFiltered } from './filters';
import { FindingView } from './FindingView';
import { History } from './History';
import { Groups, type Finding } from './Groups';
import { Letters } from './Letters';
import { TickedRows } from './TickedRows';
import { saidFindings } from './words';

export default function Findings() {
  const { say, language, view } = useAddress();
  const asked = { ...view, language, whole: useMay('District.conformance') };
  const answer = usePages(FindingsDocument, asked, (data) => data.district?.findings);
  return (
    <Page title={say('findings')} isWide>
      <StaleNote />
      <Answered answer={answer}>
        {(pages) =>
          pages[0]?.district ? (
            <>
              <Shown findings={pages.flatMap((p) => p.district?.findings.nodes ?? [])} />
              <History />
              <Coverage sentences={pages[0].district.conformance?.coverage ?? []} />
            </>
          ) : (
            <Refused />
          )
        }
      </Answered>
      <OpenFinding />
    </Page>
  );
}

function Shown({ findings }: { findings: Finding[] }) {
  const { say } = useAddress();
  const shown = useFiltered(findings);
  const [ticked, setTicked] = useTicks();
  if (findings.length === 0) {
    return <Empty>{say('noFindings')}</Empty>;
  }
  return (
    <>
      <FilterBar findings={findings} shown={shown} />
      <TickedRows shown={shown} ticked={ticked} setTicked={setTicked}>
        <Letters shown={shown} />
      </TickedRows>
      <Groups findings={shown} ticked={ticked} setTicked={setTicked} />
    </>
  );
}

type Node = FindingDetailQuery['node'];

/** What stood in the drawer before an act did away with it. */
function useSeenThere(id: string | undefined, node: Node | undefined): Seen | undefined {
  const last = useRef<{ id: string | undefined; finding: Seen }>(undefined);
  if (node?.__typename === 'Finding') {
    last.current = { id, finding: node };
  }
  return last.current?.id === id ? last.current?.finding : undefined;
}

type Seen = Extract<NonNullable<Node>, { __typename: 'Finding' }>;

/** It was cleared while it stood open; of one that was never seen here it is not known whether it ever was. */
function NoLonger({ was, asOf }: { was: Seen | undefined; asOf: string }) {
  const { lang } = useAddress();
  const said = saidFindings(lang);
  const day = dayInWords(lang, asOf);
  return was ? (
    <div role="status">
      <p>
        <strong>{said('cleared', { day })}</strong>
      </p>
      <p>
        <s>{was.sentence}</s>
      </p>
    </div>
  ) : (
    <Empty>{said('standsNot', { day })}</Empty>
  );
}

/** The finding that the address names, beside the list. */
function OpenFinding() {
  const { say } = useAddress();
  const { read, change } = useChoices();
  const asOf = useSeen()!.asOf;
  const id = read('open')[0];
  const answer = useAnswer(FindingDetailDocument, id ? { id } : undefined);
  const seen = useSeenThere(id, answer.data?.node);
  return (
    <Drawer
      open={id !== undefined}
      onClose={() => change({ open: undefined })}
      size={640}
      title={<h2 className="drawer-title">{say('problems')}</h2>}
      closable={{ 'aria-label': say('close') }}
    >
      {id && (
        <Answered answer={answer}>
          {({ node }) =>
            node?.__typename === 'Finding' ? <FindingView finding={node} asOf={asOf} showsPlan /> : <NoLonger was={seen} asOf={asOf} />
          }
        </Answered>
      )}
    </Drawer>
  );
}
