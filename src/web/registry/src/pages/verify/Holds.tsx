import type { VerifyCertificateQuery } from '../../../generated/graphql';
import { useAddress, type Address } from '../../shell/address';
import { dayInWords, momentInWords } from '../../shell/days';
import { Pairs } from '../../shell/Pairs';
import { Mark } from '../../shell/marks';
import { term } from '../../shell/words';
import { CertificateMark, FundingVerdictMark } from '../funding/marks';
import { saidOn } from '../funding/Paper';

type Found = NonNullable<VerifyCertificateQuery['fundingCertificate']>;

const looks = {
  VERIFIED: ['●', 'green', 'verified'],
  TAMPERED: ['✕', 'blocking', 'tampered'],
  RULES_CHANGED: ['▲', 'yellow', 'rulesChanged'],
  GROUNDS_CHANGED: ['▲', 'red', 'groundsChanged'],
  NOT_SIGNED: ['✕', 'red', undefined],
} as const;

/** How a certificate stands, whether it verifies, what the paper says, and apart from it what would be said today. */
export function Holds({ certificate: c }: { certificate: Found }) {
  const address = useAddress();
  const { say, lang } = address;
  const [shape, look, sentence] = looks[c.verification];
  return (
    <>
      <section className="holds">
        <p>
          <CertificateMark status={c.status} /> {standing(address, c)}
        </p>
        <p>
          <Mark shape={shape} look={look} word={term(lang, 'Verification', c.verification)} /> {sentence && say(sentence)}
        </p>
      </section>
      <section>
        <h2>{say('paperSays')}</h2>
        <Pairs
          pairs={[
            [say('number'), c.number],
            ...saidOn(address, c),
            [say('reasons'), c.reasons.map((r) => <p key={r.sentence}>{r.sentence}</p>)],
            [say('preparedBy'), c.preparedBy],
            [say('reviewedBy'), c.reviewedBy ?? say('notSigned')],
            [say('issuedAt'), c.issuedAt ? momentInWords(lang, c.issuedAt) : say('notSigned')],
          ]}
        />
      </section>
      <section>
        <h2>{say('answerToday', { day: dayInWords(lang, c.eligibleNow.on) })}</h2>
        <p>
          <FundingVerdictMark verdict={c.eligibleNow.verdict} /> <small className="quiet">{say('answerTodayHint')}</small>
        </p>
        {c.eligibleNow.reasons.map((r) => (
          <p key={r.sentence}>{r.sentence}</p>
        ))}
      </section>
    </>
  );
}

function standing({ say, lang }: Address, c: Found): string {
  switch (c.status) {
    case 'PREPARED':
      return say('notSigned');
    case 'RETURNED':
      return say('wasReturned');
    case 'REVOKED':
      return say('wasRevoked', { day: dayInWords(lang, c.revocation!.on), reason: c.revocation!.reason });
    case 'REPLACED':
      return say('wasReplaced', { number: c.replacedBy! });
    case 'EXPIRED':
      return say('expiredOn', { day: dayInWords(lang, c.validUntil) });
    case 'VALID':
      return say('validTill', { day: dayInWords(lang, c.validUntil) });
  }
}
