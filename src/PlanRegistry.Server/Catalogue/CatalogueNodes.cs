using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Catalogue;

public sealed class AgencyNode(Agency row, Scope scope) : RecordNode<Agency>(row, scope)
{
    internal Key<Agency> Key => Row.Key;

    public string Code => Row.Code;
    public string Name => Row.Name;
    public AgencyRole Role => Row.Role;
    public PlanTier Tier => Row.Tier;
    public string? Uscc => Row.Uscc;
    public IReadOnlyList<string>? Aliases => Row.Aliases;
    public PartialDate? ValidFrom => Row.ValidFrom;
    public PartialDate? ValidTo => Row.ValidTo;
    public AgencyNode? SucceededBy => Scope.Agency(Row.SucceededBy);
}

public sealed class DocumentNode(Document row, Scope scope) : RecordNode<Document>(row, scope)
{
    public string Code => Row.Code;
    public string Title => Row.Title;
    public string? Number => Row.Number;
    public AgencyNode? Issuer => Scope.Agency(Row.Issuer);
    public IReadOnlyList<AgencyNode>? CoIssuers => Scope.Agencies(Row.CoIssuers);
    public IReadOnlyList<AgencyNode>? OnBehalfOf => Scope.Agencies(Row.OnBehalfOf);
    public string? Kind => Row.Kind;
    public PartialDate? IssuedOn => Row.IssuedOn;
    public Secrecy Secrecy => Row.Secrecy;
    public string? Sha256 => Row.Sha256;
    public string? File => Row.File;
    public IReadOnlyList<PlanNode>? Plans => Row.Plans?.Select(k => Scope.Plan(k)).OfType<PlanNode>().ToList();
}

public sealed class DirectoryListNode(DirectoryList row, Scope scope) : RecordNode<DirectoryList>(row, scope)
{
    internal DirectoryList List => Row;

    public string Code => Row.Code;
    public ListTrack Track => Row.Track;
    public int Year => Row.Year;
    public AgencyNode? Drafter => Scope.Agency(Row.Drafter);
    public IReadOnlyList<AgencyNode>? CoDrafters => Scope.Agencies(Row.CoDrafters);
    public bool? JointSubmission => Row.JointSubmission;
    public PartialDate? SubmittedOn => Row.SubmittedOn;
    public AgencyNode? Approver => Scope.Agency(Row.Approver);
    public DocumentNode? ApprovalDocument => Scope.Document(Row.ApprovalDocument);
    public PartialDate? ApprovedOn => Row.ApprovedOn;
    public DirectoryListNode? Replaces => Scope.List(Row.Replaces);
    public DocumentNode? EiaOpinion => Scope.Document(Row.EiaOpinion);
    public DocumentNode? WaterOpinion => Scope.Document(Row.WaterOpinion);
    public IReadOnlyList<DirectoryEntryNode> Entries => [.. Scope.View.EntriesIn[Row.Key].Select(e => new DirectoryEntryNode(e, Scope))];
}

public sealed class DirectoryEntryNode(DirectoryEntry row, Scope scope) : RecordNode<DirectoryEntry>(row, scope)
{
    public DirectoryListNode List =>
        Scope.List(Row.List) ?? throw new InvalidOperationException($"List {Row.List} is named by an entry but is not in the view.");
    public string Code => Row.Code;
    public string Title => Row.Title;
    public PlanKind Kind => Row.Kind;
    public AgencyNode? LeadAgency => Scope.Agency(Row.LeadAgency);
    public IReadOnlyList<AgencyNode>? CoLeadAgencies => Scope.Agencies(Row.CoLeadAgencies);
    public Horizon? Horizon => Row.Horizon;
    public string? Category => Row.Category;
    public PartialDate? Due => Row.Due;
    public PlanNode? Plan => Scope.Plan(Row.Plan);
    public bool? EiaNeeded => Row.EiaNeeded;
    public DocumentNode? EiaOpinion => Scope.Document(Row.EiaOpinion);
    public bool? WaterNeeded => Row.WaterNeeded;
    public DocumentNode? WaterOpinion => Scope.Document(Row.WaterOpinion);
    public bool? Dropped => Row.Dropped;
    public string? DroppedReason => Row.DroppedReason;
}

public sealed class ExemptionNode(Exemption row, Scope scope) : RecordNode<Exemption>(row, scope)
{
    public PlanNode Plan => Scope.PlanOf(Row.Plan);
    public AgencyNode Issuer =>
        Scope.Agency(Row.Issuer)
            ?? throw new InvalidOperationException($"Agency {Row.Issuer} is named by an exemption but is not in the view.");
    public DocumentNode Document =>
        Scope.Document(Row.Document)
            ?? throw new InvalidOperationException($"Document {Row.Document} is named by an exemption but is not in the view.");
    public PartialDate From => Row.From;
    public PartialDate? To => Row.To;
    public IReadOnlyList<string>? Rules => Row.Rules;
    public bool Entitled =>
        Scope.Snapshot.Plan(Row.Plan) is { } plan
            && ExemptionOnDay.For(plan, Row).IsEntitled;
}
