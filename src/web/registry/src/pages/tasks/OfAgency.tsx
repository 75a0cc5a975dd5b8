import { Button } from 'antd';
import { useState } from 'react';
import { useClient } from 'urql';
import { DigestDocument, RenewCalendarFeedDocument } from '../../../generated/graphql';
import { useAddress, useChoices } from '../../shell/address';
import { useAnswer } from '../../shell/answers';
import { useMay, useMe } from '../../shell/me';
import { Answered, Refused } from '../../shell/states';

/** What can be taken along of one agency's duties: the week's text, and an address for its calendar. */
export function OfAgency() {
  const { say } = useAddress();
  const chosen = useChoices().read('agency');
  const own = useMe().agency;
  const [isOpen, open] = useState(false);
  const mayRenew = useMay('Mutation.renewCalendarFeed');
  const agency = own ?? (chosen.length === 1 && chosen[0] !== 'none' ? chosen[0] : undefined);
  return (
    <details className="group of-agency" onToggle={(e) => open(e.currentTarget.open)}>
      <summary>
        <h2>{say('takeAlong')}</h2>
      </summary>
      {!agency && <p className="quiet">{say('chooseAgency')}</p>}
      {agency && isOpen && (
        <>
          {mayRenew && <Feed key={agency} agency={agency} />}
          <Week agency={agency} />
        </>
      )}
    </details>
  );
}

function Week({ agency }: { agency: string }) {
  const { say, language, view } = useAddress();
  const answer = useAnswer(DigestDocument, { ...view, language, agency });
  return (
    <>
      <h3>{say('digest')}</h3>
      <Answered answer={answer}>{({ district }) => (district ? <pre className="digest">{district.digest}</pre> : <Refused />)}</Answered>
    </>
  );
}

/** The address is told once: the registry keeps a hash of it. */
function Feed({ agency }: { agency: string }) {
  const { say, district } = useAddress();
  const client = useClient();
  const [address, setAddress] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const renew = () =>
    void client.mutation(RenewCalendarFeedDocument, { district, agency }).toPromise().then(({ data, error }) => {
      const made = data?.renewCalendarFeed;
      setAddress(made?.address ? location.origin + made.address : undefined);
      setRefusal(error ? (error.graphQLErrors[0]?.message ?? say('offline')) : made?.problems.map((p) => p.message).join(' ') || undefined);
    });
  return (
    <>
      <h3>{say('calendarFeed')}</h3>
      <p className="quiet">{say('calendarHint')}</p>
      {address && (
        <p role="status">
          {say('calendarAddress')} <code className="once">{address}</code>
        </p>
      )}
      {refusal && <p role="alert">{refusal}</p>}
      <p>
        <Button onClick={renew}>{say('renewCalendar')}</Button>
      </p>
    </>
  );
}
