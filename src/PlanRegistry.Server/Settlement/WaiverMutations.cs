using GraphQLEngine;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Settlement;

namespace PlanRegistry.Server.Settlement;

public sealed record GrantWaiverInput : CommandInput
{
    public string? Code { get; init; }
    public string? Finding { get; init; }
    public string? Rule { get; init; }
    public string? Plan { get; init; }
    public string? List { get; init; }
    public required string Document { get; init; }
    public required PartialDate From { get; init; }
    public PartialDate? To { get; init; }
    public string? Reason { get; init; }
}

public sealed record RevokeWaiverInput : CommandInput
{
    public required string Code { get; init; }
    public required PartialDate To { get; init; }
    public required string Revocation { get; init; }
}

[Resolves("Mutation")]
public static class WaiverMutations
{
    public static GrantWaiverPayload GrantWaiver(GrantWaiverInput input, [Service] CommandDesk desk) =>
        new(desk.Run("grantWaiver", input, view => RuleNames.Unknown("rule", input.Rule) is { } unknown
            ? Decision.Refuse(unknown)
            : Waiving.Granted(RowIntake.Add(view, [InputRows.Of<Waiver>(input)]),
                () => desk.Judgements.Of(desk.Judgements.Snapshot(view, desk.Judgements.Today)))));

    public static RevokeWaiverPayload RevokeWaiver(RevokeWaiverInput input, [Service] CommandDesk desk) =>
        new(desk.Run("revokeWaiver", input, view => Revoked(view, input, desk.Judgements.Today)));

    /// <summary>The row again, with its last day; it opens what was put off, and asks for no other reason than its document.</summary>
    private static Decision Revoked(RegistryView view, RevokeWaiverInput input, DateOnly today)
    {
        if (view.Own.Of<Waiver>().FirstOrDefault(w => w.Code == input.Code) is not { } waiver)
        {
            return Decision.Refuse(new Problem(ProblemCode.UnknownRecord, new Text($"没有暂缓整改“{input.Code}”。",
                $"There is no waiver \"{input.Code}\"."), ["code"]));
        }
        var home = view.Code;
        var read = RowIntake.Set(view, [InputRows.Of<Waiver>(input, (nameof(Waiver.Rule), waiver.Rule),
            (nameof(Waiver.Plan), waiver.Plan?.Within(home)), (nameof(Waiver.List), waiver.List?.Within(home)),
            (nameof(Waiver.Finding), waiver.Finding), (nameof(Waiver.Document), waiver.Document.Within(home)),
            (nameof(Waiver.From), waiver.From), (nameof(Waiver.Reason), waiver.Reason))]) with { Overwritten = [] };
        return read.Changes.Select(c => c.Recorded).OfType<Waiver>().FirstOrDefault() is { } ended
            && view.Document(ended.Revocation) is var paper
            ? paper is null ? Decision.Refuse(Refusals.NotKnown(new("revocation", "撤销文件"), input.Revocation))
                : Waiving.RevocationObjection(view, waiver, input.To, paper, today) is { } problem ? Decision.Refuse(problem) : read
            : read;
    }
}

public sealed class GrantWaiverPayload(Outcome outcome) : Payload(outcome)
{
    public WaiverNode? Waiver => Subject<WaiverNode>();
}

public sealed class RevokeWaiverPayload(Outcome outcome) : Payload(outcome)
{
    public WaiverNode? Waiver => Subject<WaiverNode>();
}
