using PlanRegistry.Catalogue;
using PlanRegistry.Consultation;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Workbooks;

/// <summary>What the rows of a sheet are: which fields of its heading they have, and the pack's columns that these fill.</summary>
/// <param name="Table">Of the pack; null: the rows are compared with the registry and written nowhere.</param>
/// <param name="Own">Fields that belong to one row each: a merged cell that spans two rows of them says of neither whose it is.</param>
internal sealed record SheetUse(Text Name, string? Table, IReadOnlyDictionary<string, string> Columns, IReadOnlyList<string> Own)
{
    public static SheetUse Entries { get; } = new(new("目录清单条目", "entries of a directory list"), RecordShape.Of<DirectoryEntry>().Table,
        Fields("list entry:code title kind category lead_agency co_lead_agencies horizon:horizon_from horizon_from horizon_to due plan "
            + "eia_needed water_needed dropped dropped_reason"), ["entry", "title", "plan", "dropped_reason"]);

    public static SheetUse Plans { get; } = new(new("规划", "plans"), RecordShape.Of<Plan>().Table,
        Fields("plan:code title kind lead_agency co_lead_agencies horizon:horizon_from horizon_from horizon_to approver approval_level "
            + "approval_document approved_on published_on links"), ["plan", "title"]);

    public static SheetUse Targets { get; } = new(new("指标目标值", "targets"), RecordShape.Of<Target>().Table,
        Fields("name:indicator lead_agency:unit unit nature base_value target_value year:target_value"),
        ["name", "base_value", "target_value", "year"]);

    /// <summary>
    /// 经费表: what is asked of whom, for the funding check; in its last three columns the registry answers. A plan that is merged over
    /// several rows is that of each of them.
    /// </summary>
    public static SheetUse FundingCheck { get; } = new(new("经费审核表", "a sheet for the funding check"), null,
        Fields("title:plan plan:code project amount money purpose on budget_year function_subject verdict reasons certificate"),
        ["project", "amount"]);

    /// <summary>意见征求表: what an agency, or whoever else is asked, says to a round of consultation.</summary>
    public static SheetUse Opinions { get; } = new(new("意见征求表", "opinions on a consultation"), RecordShape.Of<Opinion>().Table,
        Fields("clause suggestion reasons:reason agency lead_agency:agency participant opinion:code"), ["suggestion"]);

    /// <summary>What a column can be said to hold where nothing tells yet what the rows are.</summary>
    public static IReadOnlyList<string> AllFields { get; } =
        [.. new[] { Entries, Plans, Targets, FundingCheck, Opinions }.SelectMany(u => u.Columns.Keys).Distinct(StringComparer.Ordinal)];

    public static SheetUse? Of(Header header, string name, IEnumerable<string> titles, bool isList) =>
        header.Has("name") && (header.Has("target_value") || header.Has("base_value") || header.Has("year")) ? Targets
        : header.Has("amount") && (header.Has("title") || header.Has("plan") || header.Has("project")) ? FundingCheck
        : header.Has("suggestion") && (header.Has("clause") || !header.Has("title")) ? Opinions
        : !header.Has("title") ? null
        : isList || header.Has("list") || titles.Append(name).Any(t => t.Contains("清单", StringComparison.Ordinal)
            || t.Contains("目录", StringComparison.Ordinal)) ? Entries
        : Plans;

    private static Dictionary<string, string> Fields(string words) =>
        words.Split(' ').Select(w => w.Split(':')).ToDictionary(w => w[0], w => w[^1], StringComparer.Ordinal);
}
