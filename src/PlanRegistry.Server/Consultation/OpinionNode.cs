using GraphQLEngine;
using PlanRegistry.Consultation;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Consultation;

/// <summary>An opinion, with what has come of it by the scope's day.</summary>
public sealed class OpinionNode(Opinion row, Scope scope) : RecordNode<Opinion>(row, scope)
{
    private readonly OpinionOnDay onDay = new(scope.View, row, scope.Snapshot.AsOf);

    public string Code => Row.Code;
    public PlanNode Plan => Scope.PlanOf(Row.Plan);
    public ConsultationRoundNode? Round => ConsultationBook.Round(Scope.View, Row.Round) is { } round ? new(round, Scope) : null;
    public AgencyNode? Agency => Scope.Agency(Row.Agency);
    public string? Participant => Row.Participant;
    public PartialDate On => Row.On;
    public string? Clause => Row.Clause;
    public string? Suggestion => Row.Suggestion;
    public string? Reason => Row.Reason;
    public DocumentNode? Document => Scope.Document(Row.Document);
    public ReplyKind Kind => Row.Kind;
    public OpinionState State => onDay.State;
    public HandlingNode? Handling => onDay.First is { } first ? new(first, Scope) : null;
    public ObjectionNode? Objection => onDay.Objection is { } objection ? new(objection, Scope) : null;
    public HandlingNode? Review => onDay.Review is { } review ? new(review, Scope) : null;

    /// <summary>Once, and who gave it.</summary>
    public bool MayObject => onDay.State == OpinionState.Handled && Row.Agency is { } by && Scope.Caller.OwnAgency(Scope.View) == by;
}

/// <summary>Who handled it is an account, and not told: that two are two people is.</summary>
public sealed class HandlingNode(Handling row, Scope scope) : RecordNode<Handling>(row, scope)
{
    public HandlingStage Stage => Row.Stage;
    public HandlingResult Result => Row.Result;
    public string? Reason => Row.Reason;
    public string? AgreedValue => Row.AgreedValue;
    public PartialDate On => Row.On;
    public AgencyNode? Agency => Scope.Agency(Row.Agency);
}

public sealed class ObjectionNode(Objection row, Scope scope) : RecordNode<Objection>(row, scope)
{
    public AgencyNode? Agency => Scope.Agency(Row.Agency);
    public PartialDate On => Row.On;
    public string Reason => Row.Reason;
}
