import { useClient } from 'urql';
import { FundingSheetDocument } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { WorkbookBox } from '../../shell/WorkbookBox';
import type { Sheet } from './sheet';

/** The sheet that the office has: it is read at once. */
export function Dropping({ isOff, take }: { isOff: boolean; take: (sheet: Sheet) => void }) {
  const { say, view } = useAddress();
  const client = useClient();
  const read = async (workbook: string, name: string) => {
    const { data, error } = await client
      .query(FundingSheetDocument, { district: view.district, workbook }, { requestPolicy: 'network-only' }).toPromise();
    const sheet = data?.district?.fundingSheet;
    if (!sheet) {
      return error?.graphQLErrors.map((e) => e.message).join(' ') ?? '';
    }
    take({ ...sheet, workbook, name });
    return undefined;
  };
  return <WorkbookBox id="funding-sheet" label={say('dropSheet')} help={say('dropSheetHelp')} isOff={isOff} take={read} />;
}
