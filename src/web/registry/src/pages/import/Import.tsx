import '../../shell/importWords';
import { useParams } from 'react-router';
import { useAddress } from '../../shell/address';
import { useMay } from '../../shell/me';
import { Page } from '../../shell/Page';
import { Refused } from '../../shell/states';
import { Choosing } from './Choosing';
import { Workbook } from './Workbook';

/** What will this workbook change? Its file, its columns, what would come of it, and the writing. The file's id stands in the address. */
export default function Import() {
  const { say, view } = useAddress();
  const { id } = useParams();
  const may = useMay('Mutation.importWorkbook');
  const isPast = view.asOf !== undefined || view.knownAt !== undefined;
  return (
    <Page title={say('import')} isWide>
      {!may ? (
        <Refused />
      ) : isPast ? (
        <p className="empty">{say('notNow')}</p>
      ) : (
        <>
          <Choosing hasOne={id !== undefined} />
          {id && <Workbook key={id} id={id} />}
        </>
      )}
    </Page>
  );
}
