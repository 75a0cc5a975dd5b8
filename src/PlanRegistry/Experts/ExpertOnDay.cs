using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Experts;

/// <summary>One who was asked for a word on a plan by the day, or gave it unasked; and why it should not have been this one.</summary>
public sealed class ExpertOnDay : IFact
{
    private readonly Interest? interest;

    private ExpertOnDay(PlanOnDay plan, Expert expert, ActAbout about, ExpertDraw? draw, ExpertOpinion? opinion)
    {
        (Of, Expert, About, Draw, Opinion) = (plan, expert, about, draw, opinion);
        interest = Interest.Of(plan.Snapshot.View, plan.Plan, expert, about, AskedOn.Last);
    }

    public PlanOnDay Of { get; }
    public Expert Expert { get; }
    public ActAbout About { get; }
    public ExpertDraw? Draw { get; }
    public ExpertOpinion? Opinion { get; }

    /// <summary>论证、中期评估: what the word was asked for.</summary>
    public Text Matter => MatterOf(About);

    internal static Text MatterOf(ActAbout about) => about switch
    {
        ActAbout.Plan => new("论证", "argumentation"),
        ActAbout.Amendment => new("调整修订论证", "argumentation of an amendment"),
        _ => Terms.Of(about),
    };

    public Key<Plan> Plan => Of.Key;
    public RecordId Id => Record.Id;

    /// <summary>When first asked; where that is not recorded, when the word was given.</summary>
    public PartialDate AskedOn => Draw?.On ?? Opinion!.On;

    /// <summary>Why not this one, where the records tell.</summary>
    public Interest? Interest => interest is { IsOpen: false } ? interest : null;

    public Interest? OpenInterest => interest is { IsOpen: true } ? interest : null;

    /// <summary>Neither in the pool on that day nor with an interest.</summary>
    public bool IsOutsideThePool => Interest is null && !Expert.IsInPoolOn(AskedOn.Last);

    public bool IsOpen => OpenInterest is not null && !IsOutsideThePool;

    private Record Record => Draw is null ? Opinion! : Draw;

    /// <summary>From the day on from which the registry keeps records: who argued an old plan is nobody's omission.</summary>
    public static IEnumerable<ExpertOnDay> On(PlanOnDay plan) =>
        Asked(plan).Where(e => e.AskedOn.Last >= plan.Snapshot.RecordsFrom);

    /// <summary>All who were asked by the day, in the order of draws and opinions.</summary>
    public static IEnumerable<ExpertOnDay> Asked(PlanOnDay plan)
    {
        var view = plan.Snapshot.View;
        var (draws, opinions) = view.Kept(v => new Words(v)).Of(plan.Key, plan.AsOf);
        return from who in draws.Select(d => (d.About, d.Expert)).Concat(opinions.Select(o => (o.About, o.Expert))).Distinct()
            let expert = Asking.Of(view, who.Expert)
            where expert is not null
            select new ExpertOnDay(plan, expert, who.About, draws.Find(d => (d.About, d.Expert) == who),
                opinions.Find(o => (o.About, o.Expert) == who));
    }

    public FactLine Say() => new(nameof(Experts.Expert), Expert.Id, new Text(
        $"{Expert.Name}（{Terms.Of(Expert.Form).Zh}{(Expert.Employer is { } zh ? $"，{zh}" : "")}），"
            + $"{AskedOn.InWords().Zh}{(Draw is null ? "出具意见" : "受邀")}",
        $"{Expert.Name} ({Terms.Of(Expert.Form).En}{(Expert.Employer is { } en ? $", {en}" : "")}), "
            + $"{(Draw is null ? "gave its word" : "asked")} on {AskedOn}"));

    private sealed class Words(RegistryView view)
    {
        private readonly RowIndex<Plan, ExpertDraw> draws = new(view.Of<ExpertDraw>(), d => view.Canonical(d.Plan));
        private readonly RowIndex<Plan, ExpertOpinion> opinions = new(view.Of<ExpertOpinion>(), o => view.Canonical(o.Plan));

        public (List<ExpertDraw>, List<ExpertOpinion>) Of(Key<Plan> plan, AsOfDay day) =>
            ([.. draws[plan].Where(d => d.On.First <= day).OrderBy(d => d.On.First)],
                [.. opinions[plan].Where(o => o.On.First <= day).OrderBy(o => o.On.First)]);
    }
}
