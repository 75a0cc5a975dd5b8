using PlanRegistry.Consultation;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Consultation;

/// <summary>A round as it stands on the scope's day; of one that it is only asked in, an agency sees its own part.</summary>
public sealed class ConsultationRoundNode(ConsultationRound row, Scope scope) : RecordNode<ConsultationRound>(row, scope)
{
    private readonly RoundOnDay onDay = new(scope.View, row, scope.Snapshot.AsOf);

    public string Code => Row.Code;
    public PlanNode Plan => Scope.PlanOf(Row.Plan);
    public Audience Audience => Row.Audience;
    public DocumentNode? Draft => Scope.Document(Row.Draft);
    public IReadOnlyList<AgencyNode>? Agencies => Scope.Agencies(Row.Agencies);
    public PartialDate OpenedOn => Row.OpenedOn;
    public PartialDate? DueOn => Row.DueOn;
    public PartialDate? ClosedOn => Row.ClosedOn;
    public string? ShorterBecause => Row.ShorterBecause;
    public DocumentNode? Document => Scope.Document(Row.Document);
    public RoundState State => onDay.State;
    public IReadOnlyList<AgencyNode>? Silent => IsTheirs ? Scope.Agencies(onDay.Silent) : null;
    public RoundStatistics? Statistics => IsTheirs ? onDay.Statistics : null;

    public bool IsAsked => Scope.Caller.OwnAgency(Scope.View) is { } own && Row.Asks(own);

    internal RoundOnDay OnDay => onDay;

    private bool IsTheirs => Scope.IsTheirs(Scope.View.Canonical(Row.Plan));
}
