using PlanRegistry.Catalogue;
using PlanRegistry.Consultation;
using PlanRegistry.Records;
using PlanRegistry.Server.Exports;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Workbooks;

namespace PlanRegistry.Server.Consultation;

/// <summary>意见征求表: 针对条款、具体建议、理由依据, below the round and the agency that upload knows it by.</summary>
internal static class OpinionForm
{
    /// <summary>Rows to be filled in.</summary>
    private const int Room = 12;

    private static readonly SheetColumn<Opinion> Code = new("意见编号（不改）", "Opinion (leave as it is)", 14, o => o.Code);

    private static readonly SheetColumn<Opinion> Participant =
        new("提出方（单位或者“公众”，不写个人姓名）", "Given by (a unit or the public, no name)", 22, o => o.Participant);

    private static readonly IReadOnlyList<SheetColumn<Opinion>> Said =
    [
        new("针对条款（章节、页码或者原文）", "Clause (chapter, page or words)", 30, o => o.Clause),
        new("具体建议", "Suggestion", 52, o => o.Suggestion),
        new("理由依据", "Reasons", 40, o => o.Reason),
    ];

    public static Text Name { get; } = new("意见征求表", "Opinion form");

    /// <param name="agency">Null where it is left open, and of experts, enterprises and the public.</param>
    /// <param name="source">Who made it and when.</param>
    public static Sheet Of(Scope scope, ConsultationRound round, Agency? agency, Language language, Text source)
    {
        var (view, isOfAgencies) = (scope.View, round.Audience == Audience.Agencies);
        var given = agency is null ? [] : ConsultationBook.Of(view).Opinions[round.Key]
            .Where(o => o.Agency == agency.Key).OrderBy(o => o.Code, StringComparer.Ordinal).ToList();
        IReadOnlyList<SheetColumn<Opinion>> columns =
            [.. isOfAgencies ? [] : new[] { Participant }, .. Said, .. given.Count > 0 ? new[] { Code } : []];
        var plan = view.Plan(view.Canonical(round.Plan));
        var (due, lead) = (round.DueOn?.InWords().In(language), view.AgencyOn(plan?.LeadAgency, scope.Snapshot.AsOf)?.Name);
        List<(Text Label, string? Value)> lines =
        [
            (OpinionLines.Plan, plan?.Title), (OpinionLines.Round, round.Code), (OpinionLines.AskedBy, lead), (OpinionLines.Due, due),
            .. isOfAgencies ? new (Text, string?)[] { (OpinionLines.Agency, agency?.Name), (OpinionLines.None, null) } : [],
            (OpinionLines.On, null), (OpinionLines.Contact, null),
        ];
        return new Sheet(Name.In(language), [.. columns.Select(c => c.Head.In(language))], [.. columns.Select(c => c.Width)],
            [.. given.Select(o => (IReadOnlyList<Cell>)[.. columns.Select(c => c.Cell(o))]),
                .. Enumerable.Range(0, Room).Select(_ => (IReadOnlyList<Cell>)[.. columns.Select(_ => default(Cell))])],
            source.In(language), Name.In(language), [.. lines.Select(l => (l.Label.In(language), l.Value))]);
    }
}
