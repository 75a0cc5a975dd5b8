import { Link } from 'react-router';
import { WaveDocument, type WavePartsFragment } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { saidAhead } from '../../shell/aheadWords';
import { useAnswer } from '../../shell/answers';
import { withCommas } from '../../shell/days';
import { Later } from '../../shell/Later';
import { FindingMark } from '../../shell/marks';
import { Pairs } from '../../shell/Pairs';
import { Answered, Empty, Refused } from '../../shell/states';
import { Table, type Column } from '../../shell/table';
import { term } from '../../shell/words';
import { Graph } from './Graph';
import type { PlanData } from './Plan';
import { layersOfWave } from './waveLayers';

/** What the approval of each amendment that waits for it would send through the plans below. */
export function Waves({ plan }: { plan: PlanData }) {
  const { lang } = useAddress();
  const ahead = saidAhead(lang);
  const waiting = plan.amendments.filter((a) => !a.approvedOn);
  return waiting.length === 0 ? null : (
    <>
      <h3>{ahead('wave')}</h3>
      <p className="quiet">{ahead('waveHint')}</p>
      {waiting.map((a) => (
        <Later key={a.id} title={ahead('waveFind', { version: a.version })}>
          <Found id={a.id} />
        </Later>
      ))}
    </>
  );
}

function Found({ id }: { id: string }) {
  const { view } = useAddress();
  const answer = useAnswer(WaveDocument, { ...view, id });
  return (
    <Answered answer={answer}>
      {({ district }) => {
        const record = district?.record?.record;
        return record?.__typename === 'Amendment' && record.wave ? <Shown wave={record.wave} /> : <Refused />;
      }}
    </Answered>
  );
}

function Shown({ wave }: { wave: WavePartsFragment }) {
  const { say, lang } = useAddress();
  const ahead = saidAhead(lang);
  const comma = lang === 'zh' ? '、' : ', ';
  const { outcome, reaches } = wave;
  const { layers, edges } = layersOfWave(wave);
  return (
    <>
      <Pairs
        pairs={[
          [ahead('waveAssumed'), wave.assumedSteps.length > 0 ? wave.assumedSteps.join(comma) : ahead('waveAssumesNothing')],
          [say('changed'), wave.changedIndicators.map((i) => i.name).join(comma) || say('notRecorded')],
          [say('willOpen'), say('count', { n: outcome.openedCount })],
          [say('willClear'), say('count', { n: outcome.clearedCount })],
          [ahead('moneyTouched'), withCommas(outcome.moneyTouched)],
        ]}
      />
      {layers.length > 1 && <Graph title={ahead('waveGraph')} layers={layers} edges={edges} />}
      {reaches.length > 0 ? (
        <>
          <h4>{ahead('waveReachesSome', { n: reaches.length })}</h4>
          <Reached reaches={reaches} />
        </>
      ) : (
        <Empty>{ahead('waveReachesNone')}</Empty>
      )}
      <NotThere
        title={ahead('waveOpensHere')}
        count={outcome.openedCount}
        findings={outcome.opened}
        there={reaches.flatMap((r) => r.opened)}
      />
      <NotThere
        title={ahead('waveClearsHere')}
        count={outcome.clearedCount}
        findings={outcome.cleared}
        there={reaches.flatMap((r) => r.cleared)}
      />
    </>
  );
}

interface NotThereProps {
  title: string;
  count: number;
  findings: Reach['opened'];
  there: Reach['opened'];
}

/** What is counted and stands at no plan that is reached: of the amended plan itself, or of a list. */
function NotThere({ title, count, findings, there }: NotThereProps) {
  const { lang } = useAddress();
  const listed = new Set(there.map((f) => f.key));
  const rest = findings.filter((f) => !listed.has(f.key));
  return rest.length === 0 ? null : (
    <>
      <h4>
        {title} {count > findings.length ? saidAhead(lang)('trialsFirst', { n: rest.length }) : rest.length}
      </h4>
      {sentences(rest)}
    </>
  );
}

type Reach = WavePartsFragment['reaches'][number];

function Reached({ reaches }: { reaches: Reach[] }) {
  const { say, lang, to } = useAddress();
  const ahead = saidAhead(lang);
  const between = ({ path }: Reach) =>
    path.length === 0 ? ahead('waveNoPath') : path.slice(1, -1).map((p) => p.title).join(' → ') || ahead('waveDirect');
  const columns: Column<Reach>[] = [
    { name: 'title', head: say('plan'), cell: (r) => <Link to={to(`plans/${r.plan.code}`)}>{r.plan.title}</Link> },
    { name: 'path', head: ahead('wavePath'), cell: (r) => between(r) },
    { name: 'indicators', head: say('changed'), cell: (r) => r.indicators.map((i) => <div key={i.name}>{i.name}</div>) },
    { name: 'opened', head: say('willOpen'), cell: (r) => sentences(r.opened) },
    { name: 'cleared', head: say('willClear'), cell: (r) => sentences(r.cleared) },
    {
      name: 'duties',
      head: ahead('dutiesCreated'),
      // A finding that would open stands beside it.
      cell: (r) =>
        r.dutiesCreated.filter((d) => d.kind !== 'FINDING').map((d) => (
          <div key={d.key}>
            {term(lang, 'DutyKind', d.kind)} {d.year} <span className="nowrap">{d.due}</span>
          </div>
        )),
    },
  ];
  return <Table caption={ahead('waveReaches')} columns={columns} rows={reaches} rowKey={(r) => r.plan.code} />;
}

const sentences = (findings: Reach['opened']) =>
  findings.map((f) => (
    <div key={f.key}>
      <FindingMark finding={f} /> {f.sentence}
    </div>
  ));
