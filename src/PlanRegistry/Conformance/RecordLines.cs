using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Funding;
using PlanRegistry.Hierarchy;
using PlanRegistry.Indicators;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Conformance;

/// <summary>One sentence about a record, for the facts of a finding.</summary>
public static class RecordLines
{
    public static FactLine Say(Record record, RegistryView view)
    {
        Text Plan(Key<Plan> key) => view.Plan(key) is { } plan ? plan.Named : key.ToString();
        Text Agencies(Act act) => act.Agencies.Select(a => (Text)(view.Agency(a)?.Name ?? a.ToString())).ToList() is { Count: > 0 } named
            ? Text.Join(named) : new("办理单位未录入", "(not recorded)");
        Text Amount(Reading r) => Quantity.InWords(r.Value, r.Unit ?? view.Indicator(r.Indicator)?.Unit ?? "");
        Text text = record switch
        {
            Act a => new Text($"{a.On.InWords().Zh}，{Agencies(a).Zh}，{Terms.Of(a.Type).Zh}（{Terms.Of(a.About).Zh}{YearOf(a)}）",
                $"{a.On}: {Terms.Of(a.Type).En} by {Agencies(a).En} ({Terms.Of(a.About).En}{(a.Year is { } year ? $" {year}" : "")})"),
            DirectoryList l => new Text($"{l.Year}年度{Terms.Of(l.Track).Zh}目录清单（{l.Code}）",
                $"{l.Year} directory list of {Terms.Of(l.Track).En} ({l.Code})"),
            DirectoryEntry e => new Text($"目录清单{e.List.Code}第{e.Code}项{e.Named.Zh}", $"entry {e.Code} of list {e.List.Code}: {e.Title}"),
            PlanLink k => new Text($"{Plan(k.Subordinate).Zh}{Terms.Of(k.Kind).Zh}{Plan(k.Superior).Zh}",
                $"{Plan(k.Subordinate).En} {Terms.Of(k.Kind).En} {Plan(k.Superior).En}"),
            FundingLine f => new Text($"项目“{f.Project}”{f.InWords.Zh}（{Terms.Of(f.Purpose).Zh}）",
                $"{f.Project}, {f.Amount:0.##} yuan ({Terms.Of(f.Purpose).En})"),
            InvestmentPlanLine i => new Text($"{i.Year}年度政府投资计划项目“{i.Project}”{Quantity.InWords(i.Amount, "元").Zh}",
                $"investment plan of {i.Year}: {i.Project}, {i.Amount:0.##} yuan"),
            Document d => d.Named,
            Agency a => (Text)a.Name,
            Indicator i => new Text($"“{i.Name}”（{i.Unit}）", $"{i.Name} ({i.Unit})"),
            Reading r => new Text($"{r.Year}年监测值{Amount(r).Zh}（{Terms.Of(r.Source).Zh}）",
                $"reading of {r.Year}: {Amount(r).En} ({Terms.Of(r.Source).En})"),
            _ => (Text)record.Id.Code,
        };
        return new FactLine(record.GetType().Name, record.Id, text);
    }

    private static string YearOf(Act act) =>
        act.Year is not { } year ? "" : act.About is ActAbout.MidTerm or ActAbout.Final ? $"，{year}年" : $"，{year}年度";
}
