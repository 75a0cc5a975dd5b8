using System.Text.Encodings.Web;
using System.Text.Json;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Settlement;
using Spectre.Console;
using Text = PlanRegistry.Records.Text;

namespace PlanRegistry.Server.Commands;

/// <summary>Findings for a terminal, or as JSON for a script.</summary>
public sealed record FindingsFormat(Language Language, bool Json)
{
    /// <summary>As GraphQL orders them.</summary>
    public FindingOrder Order { get; init; } = FindingOrder.Severity;

    private const int WidthWithoutTerminal = 150;
    internal static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private static readonly (string Zh, string En, bool NoWrap)[] Columns =
    [
        ("规则", "Rule", true), ("严重程度", "Severity", false), ("结论", "Verdict", false), ("问题和待核实事项", "Finding", false),
        ("责任单位", "Responsible", false), ("起始", "Since", true), ("限期", "Due", true),
    ];

    public void Write(Judgement judgement, TextWriter output)
    {
        if (Json)
        {
            output.WriteLine(JsonSerializer.Serialize(Ordered(judgement).Select(f => Plain(judgement, f)), Indented));
            return;
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = Console.IsOutputRedirected ? WidthWithoutTerminal : Math.Max(console.Profile.Width, 80);
        console.Write(Table(judgement));
        console.WriteLine(Summary(judgement));
        foreach (var sentence in new Coverage(judgement).Sentences)
        {
            console.WriteLine(Say(sentence));
        }
    }

    private IEnumerable<Finding> Ordered(Judgement judgement) =>
        judgement.Findings.OrderBy(f => DistrictConformanceFields.SortText(f, Order), StringComparer.Ordinal);

    private Table Table(Judgement judgement)
    {
        var table = new Table { Border = TableBorder.Simple, Expand = false };
        foreach (var (zh, en, noWrap) in Columns)
        {
            table.AddColumn(new TableColumn(Say(new Text(zh, en))) { NoWrap = noWrap });
        }
        foreach (var f in Ordered(judgement))
        {
            var cells = new[]
            {
                f.Rule, Say(Terms.Of(f.Severity)), Say(f.Word), Say(f.Sentence), f.Responsible?.Name ?? "",
                $"{f.Since:yyyy-MM-dd}", $"{f.Due:yyyy-MM-dd}",
            };
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }
        return table;
    }

    private string Summary(Judgement judgement)
    {
        var snapshot = judgement.Snapshot;
        var lights = judgement.Lights;
        int Count(Light light) => lights.Count(l => l == light);
        var (name, findings) = (snapshot.View.District!.Name, judgement.Findings.Count);
        var waived = judgement.Findings.Count(f => f.Waiver is not null) is > 0 and var n
            ? new Text($"，其中{Waivers.Word.Zh}{n}条", $", {n} of them {Waivers.Word.En}") : default;
        return Say(new Text(
            $"{name}{snapshot.AsOf.Unwatched.InWords().Zh}：评判规划{lights.Count}个，"
            + $"红{Count(Light.Red)}、黄{Count(Light.Yellow)}、绿{Count(Light.Green)}、灰{Count(Light.Grey)}；"
            + $"问题和待核实事项{findings}条{waived.Zh}。",
            $"{name} on {snapshot.AsOf.Unwatched:yyyy-MM-dd}: {lights.Count} plans judged, {Count(Light.Red)} red, "
            + $"{Count(Light.Yellow)} yellow, {Count(Light.Green)} green, {Count(Light.Grey)} grey; {findings} findings{waived.En}."));
    }

    private object Plain(Judgement judgement, Finding f) => new
    {
        rule = f.Rule,
        plan = f.Plan?.Code,
        verdict = Names.Of(f.Verdict),
        waiver = f.Waiver?.Code,
        severity = Names.Of(f.Severity),
        sentence = Say(f.Sentence),
        basis = f.Basis.Select(b => $"{b.Document} {Wording.Clause(b.Clause)}"),
        facts = f.Facts.Select(m => Say(m.Text.WithInnerQuotes())),
        remedies = f.Remedies.Select(r => Say(r.Text)),
        responsible = f.Responsible?.Name,
        since = $"{f.Since:yyyy-MM-dd}",
        due = f.Due is { } due ? $"{due:yyyy-MM-dd}" : null,
        urgency = f.Urgency is { } urgency ? Names.Of(urgency) : null,
        light = f.Plan is { } plan && judgement.Snapshot.Plan(plan) is { } onDay && judgement.LightOf(onDay) is { } light
            ? Names.Of(light)
            : null,
    };

    private string Say(Text text) => text.In(Language);
}
