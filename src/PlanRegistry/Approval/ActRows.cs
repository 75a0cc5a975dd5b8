using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Approval;

/// <summary>
/// acts.csv: whose act it is by its type where the row does not say; a row without a code is known by what, about what, when and by whom.
/// </summary>
internal static class ActRows
{
    private static readonly RecordShape Shape = RecordShape.Of<Act>();
    private static readonly Column Agency = Shape.Of(nameof(Act.Agency));
    private static readonly JointBodies Joint = new(Agency, Shape.Of(nameof(Act.CoAgencies)));
    private static readonly Column Against = Shape.Of(nameof(Act.Against));

    public static PackTable Table { get; } = new(Shape)
    {
        Defaults = [(Agency, AgencyOf), (Shape.Of(nameof(Act.Code)), CodeOf)],
        Readers = new Dictionary<Column, Func<IntakeContext, string, CellValue>>
        {
            [Against] = ReadAgainst,
            [Agency] = Joint.ReadLead,
        },
        CheckRow = Joint.ShareOut,
    };

    private static object? AgencyOf(ReadRow row) =>
        row.Get<Key<Plan>>(nameof(Act.Plan)) is { } plan && row.Get<ActType>(nameof(Act.Type)) is { } type
            && row.Get<PartialDate>(nameof(Act.On)) is { } on
            ? ActAgencies.Of(row.Context).For(type, plan, on)
            : null;

    private static object? CodeOf(ReadRow row)
    {
        var home = row.Context.Home;
        return row.IsRefused ? null : string.Join('|',
            row.Get<Key<Plan>>(nameof(Act.Plan))?.Within(home), Text(nameof(Act.Type)),
            Text(nameof(Act.About)), Text(nameof(Act.Year)), Text(nameof(Act.Version)),
            Text(nameof(Act.On)), row.Get<Key<Catalogue.Agency>>(nameof(Act.Agency))?.Within(home));

        string? Text(string property) => row[Shape.Of(property)] is { } value ? Shape.Of(property).Write(value) : null;
    }

    private static CellValue ReadAgainst(IntakeContext context, string raw)
    {
        var at = raw.LastIndexOf('@');
        var plan = PlanRows.Names.Find(context, Against, at < 0 ? raw : raw[..at]);
        return plan.Value is not Key<Plan> key ? plan
            : at < 0 ? CellValue.Of(new PlanVersion(key, null))
            : int.TryParse(raw.AsSpan(at + 1), System.Globalization.NumberStyles.None, null, out var version) && version > 0
                ? CellValue.Of(new PlanVersion(key, version))
            : Refusals.NotA(Against, raw, "的版本不是从1起的整数", "names no version: write PLAN or PLAN@2");
    }
}
