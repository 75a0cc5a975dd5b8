import { Button } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../shell/address';
import { CountsOf } from '../../shell/counts';
import { Effects } from '../../shell/Effects';
import { FindingMark } from '../../shell/marks';
import { called, tally } from '../../shell/names';
import { FileButton } from '../../shell/papers';
import { Section } from '../../shell/parts';
import type { Inspection } from './inspect';

type Finding = Inspection['opened'][number];

/** So many groups are open to begin with; the others are opened by who reads them. */
const mostOpen = 2;

/** Rows of a group that are shown at once. */
const mostRows = 50;

const severities = ['BLOCKING', 'ERROR', 'WARNING', 'NOTICE'];

/** 一张表体检: what writing it would open, by whom it is to be mended, as a page, as Excel and as letters; nothing is recorded. */
export function Check({ inspection, workbook, isReady }: { inspection: Inspection; workbook: object; isReady: boolean }) {
  const { say, district } = useAddress();
  const groups = byAgency(inspection.opened);
  const rows = groups.flatMap(([, findings]) => findings.map((f) => f.id));
  return (
    <Section id="check" title={say('trial')}>
      <p className="quiet">{say('trialHelp')}</p>
      <Effects opened={inspection.opened} cleared={inspection.cleared} hasOpenedBelow />
      {rows.length > 0 && (
        <p className="buttons">
          <FileButton path="/export" body={{ district, sheets: [{ kind: 'findings', rows }], workbook }} isOff={!isReady}>
            {say('trialSheet')}
          </FileButton>
          {groups.some(([agency]) => agency) && (
            <FileButton path="/papers" body={{ district, paper: 'reminder', workbook }} isOff={!isReady}>
              {say('trialLetters')}
            </FileButton>
          )}
        </p>
      )}
      {groups.map(([agency, findings], i) => (
        <Group key={agency} findings={findings} isFirst={i < mostOpen} />
      ))}
    </Section>
  );
}

/** Most first, and those of nobody last; within a group the gravest first. */
function byAgency(findings: readonly Finding[]): [string, Finding[]][] {
  const groups = tally(findings, (f) => f.responsible?.code ?? '');
  groups.forEach(([, rows]) => rows.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity)));
  return [...groups.filter(([agency]) => agency), ...groups.filter(([agency]) => !agency)];
}

function Group({ findings, isFirst }: { findings: readonly Finding[]; isFirst: boolean }) {
  const { say } = useAddress();
  const [isOpen, open] = useState(isFirst);
  const [isWhole, showAll] = useState(false);
  const agency = findings[0]?.responsible;
  return (
    <details className="group check" open={isOpen} onToggle={(e) => open(e.currentTarget.open)}>
      <summary>
        <h3>{agency ? called(agency) : say('trialNobody')}</h3> <CountsOf rows={findings} />
      </summary>
      {isOpen && (
        <ol>
          {(isWhole ? findings : findings.slice(0, mostRows)).map((f) => (
            <li key={f.key}>
              <Row finding={f} />
            </li>
          ))}
        </ol>
      )}
      {isOpen && !isWhole && findings.length > mostRows && (
        <Button onClick={() => showAll(true)}>{say('trialAll', { n: findings.length })}</Button>
      )}
    </details>
  );
}

function Row({ finding: f }: { finding: Finding }) {
  const { say } = useAddress();
  return (
    <>
      <FindingMark finding={f} /> {f.sentence}
      <div className="quiet">
        {f.rule.code} {f.basis.map((b) => `${b.document} ${b.clause}`).join('；')}
      </div>
      {f.remedies[0] && (
        <div>
          {say('remedies')}{say('colon')}{f.remedies[0].text}
        </div>
      )}
      {f.due && (
        <div className="quiet">
          {say('due')} {f.due}
        </div>
      )}
    </>
  );
}
