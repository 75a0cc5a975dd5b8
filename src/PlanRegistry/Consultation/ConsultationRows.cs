using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Consultation;

/// <summary>consultation_rounds.csv and what hangs on it: each row is about the plan that what it names is about.</summary>
internal static class ConsultationRows
{
    public static PackTable Rounds { get; } = Named<ConsultationRound>(r => r.Key, nameof(ConsultationRound.Code), AskOnce);

    public static PackTable Opinions { get; } = Named<Opinion>(o => o.Key, nameof(Opinion.Code),
        row =>
        {
            NamedRows.SamePlan<ConsultationRound>(row, nameof(Opinion.Round), r => r.Plan);
            NameNobody(row);
        });

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

    /// <summary>An agency by two of its names is asked once.</summary>
    private static void AskOnce(ReadRow row)
    {
        var column = RecordShape.Of<ConsultationRound>().Of(nameof(ConsultationRound.Agencies));
        if (row[column] is IReadOnlyList<Key<Agency>> agencies && agencies.Distinct().ToArray() is var each && each.Length < agencies.Count)
        {
            row[column] = each;
        }
    }

    /// <summary>Of a citizen no more is kept than that it is one.</summary>
    private static void NameNobody(ReadRow row)
    {
        var column = RecordShape.Of<Opinion>().Of(nameof(Opinion.Participant));
        if (row[column] is string said && Participants.TellsAPerson(said))
        {
            row.Refuse(column, Refusals.Invalid(null, "提出方只写单位或者“公众”，不写个人的姓名、电话和证件号码。",
                "participant is a unit or 公众 and holds neither name nor telephone nor identity number of a person."));
        }
    }
}
