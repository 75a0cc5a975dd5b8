using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Exports;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Evidence;

/// <summary>The page that explains an evidence file, in the reader's language: no script, nothing from elsewhere.</summary>
/// <param name="behind">Each record with the view that it stands in.</param>
/// <param name="entries">Those that recorded them, of the ledgers that are in the file.</param>
internal sealed class EvidenceHtml(Scope scope, EvidenceSubject subject, IReadOnlyList<(Record Row, RegistryView View)> behind,
    IReadOnlyList<LedgerEntry> entries, IReadOnlyList<LedgerHead> heads, DateTimeOffset madeAt, Language language)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
    private readonly StringBuilder page = new();

    public string Write()
    {
        var title = new Text($"审计取证：{subject.Word.Zh}{subject.Named.Zh}", $"Evidence: {subject.Word.En} {subject.Named.En}");
        page.Append(CultureInfo.InvariantCulture, $$"""
            <!doctype html>
            <html lang="{{(language == Language.En ? "en" : "zh-CN")}}">
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{{Told(title)}}</title>
            <style>
            body { font: 16px/1.7 sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }
            table { border-collapse: collapse; width: 100% } th, td { border: 1px solid #bbb; padding: .2rem .5rem; text-align: left }
            th { background: #f2f2f2; font-weight: normal; white-space: nowrap; vertical-align: top } code { font-size: 13px }
            summary { cursor: pointer; padding: .2rem 0 } h2 { margin-top: 2rem; font-size: 1.2rem }
            </style>
            <h1>{{Told(title)}}</h1>

            """);
        Pairs(Origin());
        Head(new("一、答复", "1. The answer"));
        Pairs(EvidenceSaid.Of(scope, subject));
        Records();
        Entries();
        HowToCheck();
        return page.Append("</html>\n").ToString();
    }

    private IEnumerable<(Text, Text)> Origin() =>
    [
        (new("行政区", "District"), $"{scope.View.District!.Name}（{scope.View.Code}）"),
        (new("评估日", "As of"), scope.Snapshot.AsOf.Unwatched.InWords()),
        (new("所知时点", "Known at"), (scope.GivenKnownAt ?? madeAt).InWords()),
        (new("台账向量", "Ledger vector"), scope.View.Vector.ToString()),
        (new("取证人", "Made by"), scope.Caller.Actor.Name),
        (new("取证时刻", "Made at"), madeAt.InWords()),
    ];

    private void Records()
    {
        Head(new($"二、所据记录（{behind.Count}条）", $"2. The records behind it ({behind.Count})"));
        foreach (var (row, view) in behind)
        {
            var shape = RecordShape.Of(row.GetType());
            var summary = new Text($"{shape.Named.Zh}：{RecordNames.Of(row, view).Zh}（{row.Home}台账第{row.Seq}号）",
                $"{shape.Named.En}: {RecordNames.Of(row, view).En} (entry {row.Seq} of {row.Home})");
            page.Append(CultureInfo.InvariantCulture, $"<details><summary>{Told(summary)}</summary>\n");
            Pairs(shape.Columns.Where(c => c.Read(row) is not null)
                .Select(c => (new Text(c.Label, c.Name), RecordNames.Of(c, row, view) ?? (Text)"")));
            page.Append("</details>\n");
        }
    }

    private void Entries()
    {
        Head(new($"三、记入这些记录的台账条目（{entries.Count}号）", $"3. The entries that recorded them ({entries.Count})"));
        page.Append("<table><tr>");
        foreach (var head in new Text[]
        {
            new("台账", "Ledger"), new("序号", "Seq"), new("时刻", "At"), new("操作人", "By"), new("操作", "Command"), new("原因", "Reason"),
            new("校验值", "Hash"),
        })
        {
            page.Append(CultureInfo.InvariantCulture, $"<th>{Told(head)}</th>");
        }
        page.Append("</tr>\n");
        foreach (var e in entries)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{e.District}</td><td>{e.Seq}</td><td>{Told(e.RecordedAt.InWords())}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td>{Told(e.Actor.Name)}</td><td>{Told(CommandWords.Of(e.Command))}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td>{Told(e.Reason ?? "")}</td><td><code>{Told(e.Hash)}</code></td></tr>\n");
        }
        page.Append("</table>\n");
    }

    private void HowToCheck()
    {
        Head(new("四、怎样核对", "4. How to check"));
        var list = string.Join('、', heads.Select(h => $"{h.District}（至第{h.Seq}号）"));
        foreach (var sentence in new Text[]
        {
            new($"本文件附有台账全链：{list}。每号条目的散列值由其全部内容和前一号的散列值算出，任何一处改动都会使其后不再相接。",
                $"The ledgers are here whole: {string.Join(", ", heads.Select(h => $"{h.District} (to {h.Seq})"))}. "
                    + "The hash of each entry covers all of it and the hash before it: whatever is changed, the chain no longer fits."),
            new("在解压后的文件夹中运行“python3 check.py”（Python 3.8及以上，不需要本系统，不需要联网）；最后一行为“ok”即相符，否则逐条说明何处不符。",
                "Run python3 check.py in the unpacked folder (Python 3.8 or later, without this program or a network): "
                    + "its last line is ok, or it names what fails."),
            new("以“--expect DISTRICT:HASH”给出另行保存的台账校验值封存单所列的值，可以核对台账未被整体重写。",
                "Give --expect DISTRICT:HASH with what stands on a sheet of heads on paper, to see that no ledger was written anew."),
            new("脚本不能核对：评判本身（须由规则重新评判）、记录是否齐全和属实、不在取证人范围内的上级台账、没有附上的文件，以及脚本自身。",
                "The script cannot check: the judgement itself (rules must judge again), whether records are all and true, ledgers of "
                    + "superiors that are not the caller's to see, documents that are not here, and itself."),
            new("本页和answer.json所写的名称、单位、日期、记录和结论，脚本未与记录逐项比对，请对照records.jsonl。",
                "Titles, agencies, days, records and verdicts as this page and answer.json say them are not compared with the records: "
                    + "look at records.jsonl."),
            new("manifest.txt没有签章：能同时改动文件和manifest.txt的人，可以改动上述内容而不被脚本发现。整个取证文件的SHA-256记在访问日志中，请据以核对。",
                "manifest.txt bears no seal: who changes a file and the manifest too can change the above without the script's notice. "
                    + "The SHA-256 of the whole file stands in the access journal: compare it with that."),
        })
        {
            page.Append(CultureInfo.InvariantCulture, $"<p>{Told(sentence)}</p>\n");
        }
    }

    private void Head(Text text) => page.Append(CultureInfo.InvariantCulture, $"<h2>{Told(text)}</h2>\n");

    private void Pairs(IEnumerable<(Text Label, Text Value)> pairs)
    {
        page.Append("<table>\n");
        foreach (var (label, value) in pairs)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><th>{Told(label)}</th><td>{Told(value)}</td></tr>\n");
        }
        page.Append("</table>\n");
    }

    private string Told(Text text) => Html.Encode(text.In(language));
}
