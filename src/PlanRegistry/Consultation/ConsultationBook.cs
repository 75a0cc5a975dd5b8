using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Consultation;

/// <summary>The rows of consultations by what they hang on; kept as long as the view is.</summary>
public sealed class ConsultationBook
{
    private ConsultationBook(RegistryView view)
    {
        Rounds = new(view.Of<ConsultationRound>(), r => view.Canonical(r.Plan));
        Opinions = new(view.Of<Opinion>(), o => o.Round);
        Handlings = new(view.Of<Handling>(), h => h.Opinion);
        Objections = new(view.Of<Objection>(), o => o.Opinion);
        Disputes = new(view.Of<Dispute>(), d => view.Canonical(d.Plan));
        Steps = new(view.Of<DisputeStep>(), s => s.Dispute);
    }

    public RowIndex<Plan, ConsultationRound> Rounds { get; }
    public RowIndex<ConsultationRound, Opinion> Opinions { get; }
    public RowIndex<Opinion, Handling> Handlings { get; }
    public RowIndex<Opinion, Objection> Objections { get; }
    public RowIndex<Plan, Dispute> Disputes { get; }
    public RowIndex<Dispute, DisputeStep> Steps { get; }

    public static ConsultationBook Of(RegistryView view) => view.Kept(v => new ConsultationBook(v));

    public static ConsultationRound? Round(RegistryView view, Key<ConsultationRound> key) => Find<ConsultationRound>(view, key.Code);

    public static Opinion? Opinion(RegistryView view, Key<Opinion> key) => Find<Opinion>(view, key.Code);

    public static Dispute? Dispute(RegistryView view, Key<Dispute> key) => Find<Dispute>(view, key.Code);

    private static T? Find<T>(RegistryView view, string code) where T : Record => view.Own.FindByKey(typeof(T), code) as T;
}
