import { useEffect } from 'react';
import { Link } from 'react-router';
import { HandoverDocument, type HandoverQuery } from '../../../generated/graphql';
import { useAddress, useChoices } from '../../shell/address';
import { usePages } from '../../shell/answers';
import { FilterFoot } from '../../shell/filters';
import { saidHandover } from '../../shell/handoverWords';
import { StaleNote } from '../../shell/live';
import { called } from '../../shell/names';
import { Page } from '../../shell/Page';
import { Answered, Empty, Refused } from '../../shell/states';
import { useTicks } from '../../shell/ticks';
import { FilterBar, names, Periods } from './filters';
import { Rows } from './Rows';
import { mayDeclare, TickedPlans } from './TickedPlans';

export type Period = NonNullable<NonNullable<HandoverQuery['district']>['handover']>;
export type Row = Period['plans']['nodes'][number];

/** From one five-year period to the next: what of the old one is still to be done, and what runs on. */
export default function Handover() {
  const { say, lang, language, view } = useAddress();
  const { read } = useChoices();
  const from = Number(read('from')[0]) || undefined;
  const answer = usePages(HandoverDocument, { ...view, language, from }, (d) => d.district?.handover?.plans);
  return (
    <Page title={say('handover')} isWide>
      <StaleNote />
      <Answered answer={answer}>
        {(pages) => {
          const district = pages[0]?.district;
          return !district ? <Refused />
            : !district.handover ? <Empty>{saidHandover(lang)('notOfThisTier')}</Empty>
            : <Shown period={district.handover} rows={pages.flatMap((p) => p.district?.handover?.plans.nodes ?? [])} />;
        }}
      </Answered>
    </Page>
  );
}

function Shown({ period, rows }: { period: Period; rows: Row[] }) {
  const { lang, to } = useAddress();
  const { read } = useChoices();
  const told = saidHandover(lang);
  const [kept, setTicked] = useTicks('tickedPlans');
  // What has been declared meanwhile is ticked no more.
  const ticked = kept.filter((code) => rows.some((r) => r.plan.code === code && mayDeclare(r)));
  const gone = kept.length - ticked.length;
  useEffect(() => {
    if (gone > 0) {
      setTicked(ticked);
    }
  }, [gone]);
  const fits = (name: string, value: string) => read(name).length === 0 || read(name).includes(value);
  const shown = rows.filter(
    (r) =>
      fits('evaluation', r.evaluation) && fits('succession', r.succession) && fits('continuation', r.continuation)
      && fits('agency', r.plan.leadAgencyOnDay ? called(r.plan.leadAgencyOnDay) : ''),
  );
  return (
    <>
      <Periods period={period} />
      <p>{period.why}</p>
      <p className="quiet">{told('hint')}</p>
      <FilterBar period={period} rows={rows} />
      <FilterFoot names={names} hidden={rows.length - shown.length}>
        {told('counted', { n: shown.length })}
      </FilterFoot>
      <TickedPlans period={period} shown={shown} ticked={ticked} setTicked={setTicked} />
      {period.drafts.length > 0 && (
        <p className="quiet">
          {told('drafts')}
          {period.drafts.map((d, i) => (
            <span key={d.code}>
              {i > 0 && '、'}
              <Link to={to(`plans/${d.code}`)}>{d.title}</Link>
            </span>
          ))}
        </p>
      )}
      {rows.length === 0 ? <Empty>{told('none')}</Empty> : <Rows period={period} rows={shown} ticked={ticked} setTicked={setTicked} />}
    </>
  );
}
