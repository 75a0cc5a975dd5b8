import { Link } from 'react-router';
import { useAddress } from '../../shell/address';
import { ActButton, actName } from '../../shell/forms';
import { useMay } from '../../shell/me';
import { saidFrom } from '../../shell/words';

const saidFirst = saidFrom({
  title: ['从哪里开始', 'Where to begin'],
  nothing: ['本区还没有登记规划，没有可以评判的内容。依次办理：', 'No plan is registered here yet, so there is nothing to judge. In this order:'],
  import: ['有现成的规划目录、台账的，整份导入（.xlsx）：', 'Where there is a workbook of plans, import it whole: '],
  goImport: ['导入', 'Import'],
  list: ['没有的，先登记单位和经批准的目录清单：', 'Else register agencies, and the list that was approved: '],
  plan: ['再登记规划及其办理记录：', 'Then the plans, and what was done about them: '],
} as const satisfies Record<string, readonly [string, string]>);

/** Of a district without a plan: what is entered first. */
export function FirstSteps() {
  const { lang, to } = useAddress();
  const say = saidFirst(lang);
  const mayImport = useMay('Mutation.importWorkbook');
  const act = (name: string) => <ActButton act={name}>{actName(lang, name)}</ActButton>;
  return (
    <section id="first-steps">
      <h2>{say('title')}</h2>
      <p>{say('nothing')}</p>
      <ol className="list-steps">
        {mayImport && (
          <li>
            {say('import')}
            <Link to={to('import')}>{say('goImport')}</Link>
          </li>
        )}
        <li>
          {say('list')} {act('registerAgency')} {act('approveDirectoryList')}
        </li>
        <li>
          {say('plan')} {act('registerPlan')} {act('recordAct')}
        </li>
      </ol>
    </section>
  );
}
