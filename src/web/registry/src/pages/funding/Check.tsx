import { Alert, Button } from 'antd';
import { useMemo, useState } from 'react';
import {
  FundingCheckDocument, IssueCertificatesDocument, type CertificateLineInput, type FundingMoney, type FundingPurpose,
} from '../../../generated/graphql';
import { useAddress, useChoices } from '../../shell/address';
import { useAnswer } from '../../shell/answers';
import { newKey } from '../../shell/draft';
import { usePageDraft } from '../../shell/pageDraft';
import { useMay } from '../../shell/me';
import { Failed } from '../../shell/states';
import { useAct } from '../../shell/act';
import { useDownload } from '../../shell/download';
import { Asking } from './Asking';
import { CheckedLines, verdictOf, type Checked } from './CheckedLines';
import { VerdictChips } from './VerdictChips';
import { Dropping } from './Dropping';
import { linesOf, mostLines } from './paste';
import { linesOfSheet, type Sheet } from './sheet';
import { SheetRead } from './SheetRead';

/** What is being asked; all of it survives a reload, a broken line and an ended session. */
export interface Questions {
  text: string;
  /** The text that was checked last. */
  checked: string;
  /** The finance sheet that was read in place of a text. */
  sheet?: Sheet;
  money?: FundingMoney;
  purpose: FundingPurpose;
  /** Which plan a line means, where somebody has said it: by the line's own words. */
  chosen: Record<string, string>;
  /** Ticked or not, where somebody has said it: by place. */
  ticks: Record<number, boolean>;
  issued: Record<number, string>;
  /** Sent, and not answered yet. */
  pending?: { key: string; places: number[]; lines: CertificateLineInput[] };
}

const nothing: Questions = { text: '', checked: '', purpose: 'IMPLEMENTATION', chosen: {}, ticks: {}, issued: {} };

export function Check({ onIssued }: { onIssued: () => void }) {
  const { say, view } = useAddress();
  const { read } = useChoices();
  const mayIssue = useMay('Mutation.issueFundingCertificates') && !view.asOf && !view.knownAt;
  const [draft, change, discard] = usePageDraft<Questions>('funding', nothing);
  const [problems, setProblems] = useState<Record<number, string[]>>({});
  const [told, tell] = useState<{ sentence: string; isRefusal?: boolean }>();
  const { act, isBusy } = useAct();
  const { sheet } = draft;
  const file = useDownload('/export/funding-sheet');
  const lines = useMemo(() => (sheet ? linesOfSheet(sheet) : linesOf(draft.checked)), [sheet, draft.checked]);
  const requests = lines.map((l) => ({
    plan: draft.chosen[l.asked] ?? l.plan,
    on: l.on,
    purpose: l.purpose ?? draft.purpose,
    money: l.money ?? draft.money,
    amount: l.amount,
    project: l.project,
    budgetYear: l.budgetYear,
  }));
  const count = sheet?.lineCount ?? lines.length;
  const isTooLong = count > mostLines;
  const answer = useAnswer(FundingCheckDocument, lines.length > 0 && !isTooLong ? { ...view, requests } : undefined);
  const checks = answer.data?.district?.fundingCheck;
  const rows: Checked[] = lines.map((line, place) => {
    const { money, purpose } = requests[place]!;
    const check = checks?.[place];
    // Of a row that cannot be read whole nothing is certified.
    const isUnread = (line.problems?.length ?? 0) > 0;
    const issued = draft.issued[place] ?? (isUnread ? undefined : check?.certificate?.number);
    const isReady = !!check?.plan && !!money && !issued && !isUnread;
    const isEligible = isReady && check.eligibility.verdict === 'ELIGIBLE' && line.doubts.length === 0;
    return {
      place, line, money, purpose, check, isReady,
      isTicked: isReady && (draft.ticks[place] ?? isEligible),
      issued,
      problems: problems[place] ?? [],
    };
  });
  const only = read('verdict');
  const shown = only.length === 0 ? rows : rows.filter((r) => only.includes(verdictOf(r) ?? ''));
  const ticked = rows.filter((r) => r.isTicked);
  const doubtful = ticked.filter((r) => verdictOf(r) !== 'ELIGIBLE').length;

  const send = async (pending: NonNullable<Questions['pending']>) => {
    change({ pending });
    tell(undefined);
    const came = await act(
      IssueCertificatesDocument, { district: view.district, lines: pending.lines }, (data) => data.issueFundingCertificates, pending.key,
    );
    if (!came) {
      return;
    }
    if (came.isUnanswered) {
      tell(came.problems.length > 0 ? { sentence: came.problems.map((p) => p.message).join(' '), isRefusal: true } : undefined);
      return;
    }
    const numbers = came.data?.fundingCertificates?.map((c) => c.number) ?? [];
    const issued = Object.fromEntries(pending.places.map((place, i) => [place, numbers[i]!] as const).filter(([, n]) => n));
    change({ pending: undefined, issued: { ...draft.issued, ...issued } });
    setProblems(byPlace(came.problems, pending.places));
    const others = came.problems.filter((p) => p.path?.[0] !== 'lines').map((p) => p.message);
    tell(
      came.problems.length > 0
        ? { sentence: [say('notIssued'), ...others].join(' '), isRefusal: true }
        : { sentence: say('issued', { n: numbers.length, first: numbers[0]!, last: numbers[numbers.length - 1]! }) },
    );
    onIssued();
  };
  const issue = () =>
    send({
      key: newKey(),
      places: ticked.map((r) => r.place),
      lines: ticked.map(({ line, check, money, purpose }) => ({
        plan: check!.plan!.code,
        on: line.on,
        purpose,
        money: money!,
        project: line.project,
        amount: line.amount,
        budgetYear: line.budgetYear,
        // Somebody has ticked it, whatever the verdict.
        anyVerdict: check!.eligibility.verdict !== 'ELIGIBLE' || undefined,
      })),
    });
  const { pending } = draft;
  return (
    <section id="check">
      <h2>{say('requests')}</h2>
      <Asking
        draft={draft}
        change={change}
        check={() => {
          setProblems({});
          tell(undefined);
          change({ checked: draft.text, sheet: undefined, ticks: {}, issued: {} });
        }}
        discard={() => {
          setProblems({});
          tell(undefined);
          discard();
        }}
      />
      <Dropping
        isOff={!!draft.pending}
        take={(read) => {
          setProblems({});
          tell(undefined);
          change({ sheet: read, text: '', checked: '', ticks: {}, issued: {} });
        }}
      />
      {sheet && <SheetRead sheet={sheet} />}
      {isTooLong && <Alert role="alert" type="error" showIcon title={say('tooManyLines', { n: count })} />}
      {answer.error !== undefined && <Failed error={answer.error} retry={answer.retry} />}
      {pending && !isBusy && (
        <Alert
          role="alert"
          type="warning"
          showIcon
          title={say('issueUnknown', { n: pending.lines.length })}
          action={<Button onClick={() => void send(pending)}>{say('retry')}</Button>}
        />
      )}
      {told && (
        <Alert role={told.isRefusal ? 'alert' : 'status'} type={told.isRefusal ? 'error' : 'success'} showIcon title={told.sentence} />
      )}
      {rows.length > 0 && !isTooLong && (
        <>
          <p className="filter-foot" aria-live="polite">
            <strong>
              {say('countLines', {
                n: rows.length,
                eligible: rows.filter((r) => verdictOf(r) === 'ELIGIBLE').length,
                ticked: ticked.length,
              })}
            </strong>
            {mayIssue && (
              <Button type="primary" disabled={ticked.length === 0 || !!pending} loading={isBusy} onClick={() => void issue()}>
                {say('issue', { n: ticked.length })}
              </Button>
            )}
            <Button
              disabled={!checks || file.isBusy}
              onClick={() =>
                void file.run({
                  ...view,
                  vector: answer.data?.district?.vector,
                  workbook: sheet?.workbook,
                  lines: requests.map((r, i) => ({ ...r, place: lines[i]!.place })),
                })
              }
            >
              {say('exportAnswers')}
            </Button>
            {file.refusal && <span role="alert">{`${say('notExported')}${file.refusal}`}</span>}
            {(view.asOf || view.knownAt) && <span>{say('notNow')}</span>}
            {doubtful > 0 && <strong>{say('issueDoubtful', { n: doubtful })}</strong>}
          </p>
          <VerdictChips rows={rows} />
          <CheckedLines
            rows={shown}
            isFixed={!mayIssue || !!pending}
            tick={(place, isTicked) => change({ ticks: { ...draft.ticks, [place]: isTicked } })}
            isChosen={(asked) => draft.chosen[asked] !== undefined}
            choose={(asked, code) => change({ chosen: { ...draft.chosen, [asked]: code } })}
          />
        </>
      )}
    </section>
  );
}

/** Each problem beside the line that it is of: the path names it by its place among those that were sent. */
function byPlace(problems: readonly { message: string; path?: readonly string[] | null }[], places: readonly number[]) {
  const told: Record<number, string[]> = {};
  for (const { message, path } of problems.filter((p) => p.path?.[0] === 'lines')) {
    const place = places[Number(path![1])]!;
    told[place] = [...(told[place] ?? []), message];
  }
  return told;
}
