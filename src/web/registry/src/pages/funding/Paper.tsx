import type { PapersQuery } from '../../../generated/graphql';
import { useAddress, type Address } from '../../shell/address';
import { dayInWords, momentInWords, withCommas } from '../../shell/days';
import { brief, term } from '../../shell/words';
import type { Certificate } from './columns';

type Printed = NonNullable<PapersQuery['district']>['certificates']['nodes'][number];

/** What the paper says of its request, in its order. */
export const saidOn = ({ say, lang }: Address, c: Certificate & { budgetYear?: number | null }): [string, string][] => [
  [say('plan'), `《${c.planTitle}》（${c.planCode}）`],
  [say('project'), c.project ?? say('notRecorded')],
  [say('amount'), c.amount ? withCommas(c.amount) : say('notRecorded')],
  [say('fundSource'), term(lang, 'FundingMoney', c.money)],
  [say('purpose'), term(lang, 'FundingPurpose', c.purpose)],
  [say('budgetYear'), c.budgetYear?.toString() ?? say('notRecorded')],
  [say('checkedOn'), dayInWords(lang, c.on)],
  [say('verdict'), term(lang, 'FundingVerdict', c.verdict)],
  [say('validUntil'), dayInWords(lang, c.validUntil)],
];

/** 规划目录核验单, on a sheet of its own. */
export function Paper({ certificate: c }: { certificate: Printed }) {
  const address = useAddress();
  const { say, lang } = address;
  const code = c.qrCode!;
  return (
    <article className="paper" aria-label={`${say('paperTitle')} ${c.number}`}>
      <header>
        <h2>{say('paperTitle')}</h2>
        <p>
          {say('number')} <strong>{c.number}</strong>
          {c.status !== 'VALID' && <strong className="paper-status">{brief(lang, 'CertificateStatus', c.status)}</strong>}
        </p>
      </header>
      <dl className="paper-says">
        {saidOn(address, c).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{say('reasons')}</dt>
          <dd>
            {c.reasons.map((r) => (
              <p key={r.sentence}>{r.sentence}</p>
            ))}
          </dd>
        </div>
        <div>
          <dt>{say('preparedBy')}</dt>
          <dd>{c.preparedBy}</dd>
        </div>
        <div>
          <dt>{say('reviewedBy')}</dt>
          <dd>{c.reviewedBy}</dd>
        </div>
        <div>
          <dt>{say('issuedAt')}</dt>
          <dd>{c.issuedAt && momentInWords(lang, c.issuedAt)}</dd>
        </div>
      </dl>
      <div className="paper-check">
        <svg
          className="qr"
          viewBox={`0 0 ${code.size} ${code.size}`}
          role="img"
          aria-label={say('scanToVerify')}
          shapeRendering="crispEdges"
        >
          <path d={code.path} />
        </svg>
        <p>
          {say('verifyCode')} <strong className="verify-code">{c.verifyCode}</strong>
          <br />
          {say('scanToVerify')}
          <br />
          {code.address.replace(/\/[^/]*$/, '')}
        </p>
      </div>
      <div className="paper-signs">
        <p>{say('preparerSigns')}</p>
        <p>{say('reviewerSigns')}</p>
        <p>{say('sealAndDay')}</p>
      </div>
      <footer>{say('paperFoot')}</footer>
    </article>
  );
}
