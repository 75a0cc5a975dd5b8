using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Consultation;

/// <summary>consultation_rounds.csv and what hangs on it: each row is about the plan that what it names is about.</summary>
internal static class ConsultationRows
{
    public static PackTable Rounds { get; } = Named<ConsultationRound>(r => r.Key, nameof(ConsultationRound.Code));

    public static PackTable Opinions { get; } = Named<Opinion>(o => o.Key, nameof(Opinion.Code),
        row => NamedRows.SamePlan<ConsultationRound>(row, nameof(Opinion.Round), r => r.Plan));

    public static PackTable Handlings { get; } = new(RecordShape.Of<Handling>())
    {
        CheckRow = row => NamedRows.SamePlan<Opinion>(row, nameof(Handling.Opinion), o => o.Plan),
    };

    public static PackTable Objections { get; } = new(RecordShape.Of<Objection>())
    {
        CheckRow = row => NamedRows.SamePlan<Opinion>(row, nameof(Objection.Opinion), o => o.Plan),
    };

    public static PackTable Disputes { get; } = Named<Dispute>(d => d.Key, nameof(Dispute.Code));

    public static PackTable Steps { get; } = new(RecordShape.Of<DisputeStep>())
    {
        CheckRow = row => NamedRows.SamePlan<Dispute>(row, nameof(DisputeStep.Dispute), d => d.Plan),
    };

    private static PackTable Named<T>(Func<T, Key<T>> keyOf, string code, Action<ReadRow>? check = null) where T : Record
    {
        var shape = RecordShape.Of<T>();
        var column = shape.Of(code);
        return new PackTable(shape)
        {
            Naming = new Naming<T>
            {
                Fold = TitleKey.Of,
                Recorded = view => view.Of<T>().Select(r => (keyOf(r), (IReadOnlyList<IEnumerable<string>>)[])),
                OfRow = (_, row) => row[column] is { } given ? (given, []) : null,
            },
            Checks = new Dictionary<Column, Func<IntakeContext, object, CellValue>> { [column] = (_, value) => Codes.Check(column, value) },
            CheckRow = check,
        };
    }
}
