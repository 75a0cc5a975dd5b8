import { Alert } from 'antd';
import { Fragment, useEffect, useState } from 'react';
import { useClient } from 'urql';
import { NotePrintDocument, PapersDocument } from '../../../generated/graphql';
import { useAddress, useChoices } from '../../shell/address';
import { usePages } from '../../shell/answers';
import { EvidenceButton } from '../../shell/Evidence';
import { Page } from '../../shell/Page';
import { PaperButton } from '../../shell/papers';
import { Answered, Empty } from '../../shell/states';
import { Paper } from './Paper';

/** The papers of the certificates that the address names, one to a sheet. They print once the access journal has noted it. */
export default function Papers() {
  const { say, view } = useAddress();
  const client = useClient();
  const numbers = useChoices().read('numbers').slice(0, 200);
  const answer = usePages(PapersDocument, { ...view, numbers }, (data) => data.district?.certificates);
  const papers = answer.data?.flatMap((p) => p.district?.certificates.nodes ?? []).filter((c) => c.qrCode) ?? [];
  const [isNoted, setNoted] = useState(false);
  const [refusal, refuse] = useState<string>();
  useEffect(() => {
    const over = () => setNoted(false);
    addEventListener('afterprint', over);
    return () => removeEventListener('afterprint', over);
  }, []);
  useEffect(() => {
    if (isNoted) {
      window.print();
    }
  }, [isNoted]);
  const print = async () => {
    const input = { district: view.district, numbers: papers.map((c) => c.number) };
    const { data, error } = await client.mutation(NotePrintDocument, { input }).toPromise();
    const sentences = data?.notePrint.problems.map((p) => p.message) ?? error?.graphQLErrors.map((e) => e.message) ?? [];
    const isRefused = sentences.length > 0 || !data;
    refuse(isRefused ? sentences.join(' ') || say('offline') : undefined);
    setNoted(!isRefused);
  };
  return (
    <div className="of-papers">
      <Page title={say('papers')} onPrint={papers.length > 0 ? () => void print() : undefined}>
        {refusal !== undefined && <Alert role="alert" type="error" showIcon title={refusal} />}
        <Answered answer={answer}>
          {() =>
            papers.length > 0 ? (
              <div className={isNoted ? 'papers' : 'papers unnoted'}>
                <p className="print-note">{say('printNoted')}</p>
                <PaperButton paper="certificate" of={papers.map((c) => c.number)}>
                  {say('certificateDocx')}
                </PaperButton>
                {papers.map((c) => (
                  <Fragment key={c.number}>
                    <Paper certificate={c} />
                    <p className="buttons">
                      <EvidenceButton kind="certificate" code={c.number} />
                    </p>
                  </Fragment>
                ))}
              </div>
            ) : (
              <Empty>{say('noPapers')}</Empty>
            )
          }
        </Answered>
      </Page>
    </div>
  );
}
