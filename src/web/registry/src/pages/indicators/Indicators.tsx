import { Button } from 'antd';
import { ComparisonDocument, type ComparisonQuery } from '../../../generated/graphql';
import { useAddress, useChoices, useSeen } from '../../shell/address';
import { useAnswer } from '../../shell/answers';
import { useDownload } from '../../shell/download';
import { FilterFoot } from '../../shell/filters';
import { saidHandover } from '../../shell/handoverWords';
import { StaleNote } from '../../shell/live';
import { folded } from '../../shell/names';
import { Page } from '../../shell/Page';
import { Answered, Empty, Refused } from '../../shell/states';
import { OpenFigure } from './OpenFigure';
import { isWeaker, Rows } from './Rows';

export type Row = NonNullable<ComparisonQuery['district']>['comparison'][number];
export type Figure = Row['targets'][number];

/** Who is weaker than demanded: allocation, outline and every other plan side by side. */
export default function Indicators() {
  const { say, view } = useAddress();
  const { read, change } = useChoices();
  const isAll = read('nature')[0] === 'all';
  const answer = useAnswer(ComparisonDocument, { ...view, bindingOnly: !isAll });
  return (
    <Page title={say('bindingComparison')} isWide>
      <StaleNote />
      <div className="filter-rows filters">
        <div className="chips" role="group" aria-label={say('nature')}>
          <button type="button" aria-pressed={!isAll} onClick={() => change({ nature: undefined })}>
            {say('bindingOnly')}
          </button>
          <button type="button" aria-pressed={isAll} onClick={() => change({ nature: 'all' })}>
            {say('allIndicators')}
          </button>
        </div>
        <div className="chips" role="group" aria-label={say('weaker')}>
          <button type="button" aria-pressed={read('weak')[0] === '1'} onClick={() => change({ weak: read('weak')[0] ? undefined : '1' })}>
            ▼ {say('weakerOnly')}
          </button>
        </div>
        <label className="choice">
          {say('indicator')}
          <input type="search" value={read('text').join(',')} onChange={(e) => change({ text: e.target.value }, true)} />
        </label>
        <TableButton bindingOnly={!isAll} />
      </div>
      <Answered answer={answer}>
        {({ district }) =>
          !district ? <Refused />
          : district.comparison.length === 0 ? <Empty>{say('noTargets')}</Empty>
          : <Shown rows={district.comparison} />
        }
      </Answered>
    </Page>
  );
}

/** The whole table as a sheet: a column for each plan. */
function TableButton({ bindingOnly }: { bindingOnly: boolean }) {
  const { say, lang, view } = useAddress();
  const vector = useSeen()?.vector;
  const { isBusy, refusal, run } = useDownload('/export/comparison-table');
  return (
    <>
      <Button onClick={() => void run({ ...view, vector, bindingOnly })} disabled={isBusy}>
        {saidHandover(lang)('table')}
      </Button>
      <span role="status">
        {isBusy && say('exporting')}
        {refusal && `${say('notExported')}${refusal}`}
      </span>
    </>
  );
}

function Shown({ rows }: { rows: Row[] }) {
  const { say } = useAddress();
  const { read } = useChoices();
  const text = folded(read('text').join(','));
  const shown = rows
    .filter((r) => folded(r.indicator.name).includes(text))
    .filter((r) => read('weak')[0] !== '1' || r.targets.some(isWeaker));
  return (
    <>
      <FilterFoot names={['weak', 'text']} hidden={rows.length - shown.length}>
        {say('countWeaker', { n: shown.length, weak: shown.reduce((n, r) => n + r.targets.filter(isWeaker).length, 0) })}
      </FilterFoot>
      <p className="quiet">{say('comparisonHint')}</p>
      <Rows rows={shown} />
      <OpenFigure rows={rows} />
    </>
  );
}
