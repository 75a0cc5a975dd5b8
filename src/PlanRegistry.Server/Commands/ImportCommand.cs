using System.CommandLine;
using System.Text;
using PlanRegistry.Conformance;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Rules;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Packs;
using Spectre.Console;
using Calendar = PlanRegistry.Records.Calendar;
using Text = PlanRegistry.Records.Text;

namespace PlanRegistry.Server.Commands;

/// <summary>
/// plan-registry import PACK [--dry-run] [--replace] [--reason TEXT] [--document NUMBER]: one line per problem, one line for what was
/// done. A workbook goes by <see cref="WorkbookImport"/>.
/// </summary>
public static class ImportCommand
{
    private const int WorthProgress = 5_000;

    public static Command Create(Option<string> database, Option<string> actor)
    {
        var pack = new Argument<string>("PACK")
        {
            Description = "A folder or a .zip that holds one district; or a workbook: .xlsx, .xls or .csv.",
        };
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = "Checks every row, tells which findings would open and clear today, and writes nothing.",
        };
        var replace = new Option<bool>("--replace") { Description = "Retires what the pack lacks." };
        var reason = new Option<string?>("--reason") { Description = "Why recorded values are overwritten or withdrawn." };
        var document = new Option<string?>("--document") { Description = "The document that the reason rests on." };
        var encoding = new Option<Encoding?>("--encoding")
        {
            Description = "UTF-8, GB18030 or Big5: of every file, where it cannot be told from them.",
            CustomParser = Options.Encoding,
        };
        var workbook = new WorkbookOptions();
        var command = new Command("import", "Imports a district pack or a workbook: all of it in one ledger entry, or nothing.")
        {
            pack, dryRun, replace, reason, document, encoding,
        };
        workbook.AddTo(command);
        command.SetAction(p => CommandLine.WithRegistry(p.GetRequiredValue(database), Options.VoiceOf(p), registry =>
            WorkbookImport.IsWorkbook(p.GetRequiredValue(pack))
                ? WorkbookImport.Run(registry, p.GetRequiredValue(pack), p.GetRequiredValue(actor), workbook.Of(p) with
                {
                    DryRun = p.GetValue(dryRun), Replace = p.GetValue(replace), Reason = p.GetValue(reason),
                    Document = p.GetValue(document), Encoding = p.GetValue(encoding),
                }, Options.VoiceOf(p))
                : Run(registry, p.GetRequiredValue(pack), p.GetRequiredValue(actor), p.GetValue(dryRun), p.GetValue(replace),
                    Options.VoiceOf(p), AnsiConsole.Console, reason: p.GetValue(reason), document: p.GetValue(document),
                    encoding: p.GetValue(encoding))));
        return command;
    }

    /// <returns>0 done, also when nothing has changed; 1 refused; 2 there is no such pack.</returns>
    /// <param name="terminal">Where progress is shown for large packs, when it is a terminal.</param>
    /// <param name="isSample">Its days are invented, and may lie ahead of a clock that is behind them.</param>
    public static int Run(
        Registry registry, string pack, string actor, bool dryRun, bool replace,
        Voice voice, IAnsiConsole? terminal = null, TimeProvider? clock = null,
        string? reason = null, string? document = null, bool isSample = false, Encoding? encoding = null)
    {
        if (!Path.Exists(pack))
        {
            voice.Fail($"没有数据包“{pack}”。", $"There is no pack '{pack}'.");
            return CommandLine.Usage;
        }
        try
        {
            var read = Pack.Read(pack, encoding: encoding);
            if (read.District is not { } district)
            {
                return Refuse(read.Problems, voice);
            }
            var header = new CommandHeader
            {
                District = district, Actor = Actor.Named(actor), Command = "import", Reason = reason, Document = document,
            };
            var result = WithProgress(terminal, voice, read.Rows, progress => dryRun
                ? registry.Rehearse(header, Decide)
                : registry.Execute(header, Decide, progress));
            return result.IsRefused ? Refuse(result.Problems, voice)
                : Tell(result, district, read.Rows, Calendar.Today(clock ?? TimeProvider.System), voice);

            Decision Decide(RegistryView view) =>
                read.Decide(view, replace, document) is var decision && isSample ? decision with { Happened = [] } : decision;
        }
        catch (PackException e)
        {
            voice.Fail(e.Sentence);
            return CommandLine.Refused;
        }
    }

    internal static int Refuse(IReadOnlyList<Problem> problems, Voice voice)
    {
        foreach (var problem in problems)
        {
            voice.Fail(problem.Placed);
        }
        var count = Math.Min(problems.Count, ProblemList.MostNamed);
        var (zh, en) = problems.Count > count ? ($"超过{count}处", $"more than {count} problems")
            : ($"{count}处", count == 1 ? "1 problem" : $"{count} problems");
        voice.Fail($"没有写入任何内容：未通过校验{zh}。", $"Nothing was written: {en}.");
        return CommandLine.Refused;
    }

    internal static int Tell(WriteResult result, DistrictCode district, int rows, DateOnly today, Voice voice)
    {
        var dryRun = result.After.IsRehearsal;
        var corrected = result.Changes.Count(c => c is { Recorded: not null, Retired: not null });
        var withdrawn = result.Changes.Count(c => c.Recorded is null);
        var added = result.Changes.Count - corrected - withdrawn;
        var counts = new Text($"记入{added}行，更正{corrected}行，撤销{withdrawn}行",
            $"{added} rows recorded, {corrected} corrected, {withdrawn} withdrawn");
        var told = result.Changes.Count == 0
            ? new Text($"没有变化，{rows}行均已登记。", $"nothing has changed; all {rows} rows are recorded already.")
            : dryRun ? new Text($"如非试运行，将{counts.Zh}；没有写入任何内容。", $"{counts.En} if this were no dry run; nothing was written.")
            : new Text($"台账第{result.Entry!.Seq}号{counts.Zh}。", $"{counts.En} in ledger entry {result.Entry.Seq}.");
        voice.Say($"{district}：{told.Zh}", $"{district}: {told.En}");
        if (dryRun)
        {
            TellFindings(result, today, voice);
        }
        return CommandLine.Done;
    }

    /// <summary>What the pack would change among the findings of today.</summary>
    private static void TellFindings(WriteResult result, DateOnly today, Voice voice)
    {
        IReadOnlyList<Finding> Findings(RegistryView view) =>
            view.District is null ? [] : Judge.JudgementOf(new Snapshot(view, today)).Findings;
        var (before, after) = (Findings(result.Before), Findings(result.After));
        var (opened, cleared) = (after.NotIn(before), before.NotIn(after));
        var day = today.InWords();
        if (opened.Count + cleared.Count == 0)
        {
            voice.Say($"{day.Zh}的问题和待核实事项没有新增，也没有消除。", $"On {day.En} no finding would open or clear.");
            return;
        }
        voice.Say($"{day.Zh}的问题和待核实事项将新增{opened.Count}条，消除{cleared.Count}条。",
            $"Findings of {day.En} that would open: {opened.Count}, that would clear: {cleared.Count}.");
        var changed = opened.Select(f => (new Text("新增", "opens"), f)).Concat(cleared.Select(f => (new Text("消除", "clears"), f)));
        foreach (var (word, f) in changed)
        {
            voice.Say($"{word.Zh}  {f.Rule}  {Terms.Of(f.Severity).Zh}  {f.Sentence.Zh}",
                $"{word.En}  {f.Rule}  {Terms.Of(f.Severity).En}  {f.Sentence.En}");
        }
    }

    private static WriteResult WithProgress(IAnsiConsole? terminal, Voice voice, int rows, Func<Action<int, int>?, WriteResult> import)
    {
        if (terminal is not { Profile.Capabilities.Interactive: true } || rows < WorthProgress)
        {
            return import(null);
        }
        return terminal.Progress().AutoClear(true).Start(context =>
        {
            var checking = context.AddTask(new Text($"校验{rows}行", $"Checking {rows} rows").In(voice.Language)).IsIndeterminate();
            var writing = context.AddTask(new Text("写入", "Writing").In(voice.Language), autoStart: false);
            return import((done, all) =>
            {
                checking.IsIndeterminate(false).Value(checking.MaxValue);
                writing.MaxValue(all).Value(done);
                writing.StartTask();
            });
        });
    }
}
