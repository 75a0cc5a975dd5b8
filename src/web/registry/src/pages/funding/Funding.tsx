import { CertificatesDocument } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { usePages } from '../../shell/answers';
import { useMay } from '../../shell/me';
import { Page } from '../../shell/Page';
import { Answered } from '../../shell/states';
import { Check } from './Check';
import { CertificateList } from './CertificateList';
import { Investment } from './Investment';
import { Waiting } from './Waiting';

/** Which of these forty may be paid: asked, prepared, signed by another, printed. */
export default function Funding() {
  const { say, view, lang } = useAddress();
  const mayInvest = useMay('District.investmentYear');
  const answer = usePages(CertificatesDocument, view, (data) => data.district?.certificates);
  return (
    <Page title={say('funding')} isWide>
      <p>
        <a href={`/verify${lang === 'en' ? '?lang=en' : ''}`}>{say('verifyPaper')}</a>
      </p>
      <Check onIssued={answer.retry} />
      <Answered answer={answer}>
        {(pages) => {
          const certificates = pages.flatMap((p) => p.district?.certificates.nodes ?? []);
          return (
            <>
              <Waiting rows={certificates.filter((c) => c.status === 'PREPARED')} onDone={answer.retry} />
              <CertificateList rows={certificates.filter((c) => c.status !== 'PREPARED')} onDone={answer.retry} />
            </>
          );
        }}
      </Answered>
      {mayInvest && <Investment />}
    </Page>
  );
}
