using System.Globalization;
using GraphQLEngine;
using PlanRegistry.Access;
using PlanRegistry.Indicators;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Indicators;

[Resolves("Mutation")]
public static class IndicatorMutations
{
    /// <summary>Targets of a draft are set again and again; those that the input does not name stay.</summary>
    public static SetTargetsPayload SetTargets(SetTargetsInput input, [Service] CommandDesk desk) =>
        new(desk.Run("setTargets", input,
            view => Set(view, Targets(input.Targets, input.Plan, input.Version), "targets", input.Document),
            input.Reason, input.Document));

    public static AllocateTargetsPayload AllocateTargets(AllocateTargetsInput input, [Service] CommandDesk desk) =>
        new(desk.Run("allocateTargets", input,
            view => Set(view, [.. InputRows.Of<Allocation>(input.Allocations, "allocations")], "allocations", input.Document),
            input.Reason, input.Document));

    public static RecordReadingPayload RecordReading(RecordReadingInput input, [Service] CommandDesk desk) =>
        new(desk.Run("recordReading", input, view => RowIntake.Add(view, [InputRows.Of<Reading>(input, (nameof(Reading.Agency),
            input.Agency ?? (desk.Caller.Role == Role.Department ? desk.Caller.OwnAgency(view)?.ToString() : null)))])));

    public static SetAnnualTargetsPayload SetAnnualTargets(SetAnnualTargetsInput input, [Service] CommandDesk desk) =>
        new(desk.Run("setAnnualTargets", input,
            view => OfThePlan(view, Set(view,
                [.. InputRows.Of<AnnualTarget>(input.AnnualTargets, "annualTargets", (nameof(AnnualTarget.Plan), input.Plan))],
                "annualTargets", input.Document)),
            input.Reason, input.Document));

    private static Decision OfThePlan(RegistryView view, Decision decision) =>
        decision.Subjects.OfType<AnnualTarget>().SelectMany((row, n) => AnnualTargetChecks.Objections(view, row).Select(p => p with
        {
            Path = ["annualTargets", n.ToString(CultureInfo.InvariantCulture), .. p.Path],
        })).ToList() is { Count: > 0 } found ? Decision.Refuse(found) : decision;

    public static SettleReadingsPayload SettleReadings(SettleReadingsInput input, [Service] CommandDesk desk) =>
        new(desk.Run("settleReadings", input, view => Settle(view, input, desk)));

    /// <summary>One that has fallen is said anew, even in the same words: nobody asks why.</summary>
    private static Decision Settle(RegistryView view, SettleReadingsInput input, CommandDesk desk)
    {
        var decision = RowIntake.Set(view, [InputRows.Of<ReadingSettlement>(input,
            (nameof(ReadingSettlement.Agency), input.Agency ?? desk.Caller.OwnAgency(view)?.Within(view.Code)),
            (nameof(ReadingSettlement.On), input.On ?? desk.Judgements.Today))]);
        if (decision.IsRefused)
        {
            return decision;
        }
        var settlement = (ReadingSettlement)decision.Subjects[0];
        var objections = Settling.Objections(view, settlement).ToList();
        return objections.Count > 0 ? Decision.Refuse(objections)
            : decision with
            {
                Overwritten = [],
                Changes = decision.Changes.Count > 0 ? decision.Changes : [Change.Correct(settlement, settlement)],
            };
    }

    /// <summary>Nothing to set is no command: it would read as done.</summary>
    internal static Decision Set(RegistryView view, IReadOnlyList<Sheet> rows, string field, string? document) => rows.Count > 0
        ? RowIntake.Set(view, rows, document: document)
        : Decision.Refuse(new Problem(ProblemCode.InvalidValue,
            new Text($"{field}没有内容，请至少填写一项。", $"{field} is empty: give one at least."), [field]));

    /// <summary>Rows of one plan and version.</summary>
    internal static IReadOnlyList<Sheet> Targets(IReadOnlyList<TargetInput>? targets, string plan, int? version) =>
        [.. InputRows.Of<Target>(targets, "targets", (nameof(Target.Plan), plan), (nameof(Target.Version), version))];
}

public sealed class SetTargetsPayload(Outcome outcome) : Payload(outcome)
{
    public IReadOnlyList<TargetNode>? Targets => Subjects<TargetNode>();
}

public sealed class AllocateTargetsPayload(Outcome outcome) : Payload(outcome)
{
    public IReadOnlyList<AllocationNode>? Allocations => Subjects<AllocationNode>();
}

public sealed class RecordReadingPayload(Outcome outcome) : Payload(outcome)
{
    public ReadingNode? Reading => Subject<ReadingNode>();
}

public sealed class SetAnnualTargetsPayload(Outcome outcome) : Payload(outcome)
{
    public IReadOnlyList<AnnualTargetNode>? AnnualTargets => Subjects<AnnualTargetNode>();
}

public sealed class SettleReadingsPayload(Outcome outcome) : Payload(outcome)
{
    public ReadingSettlementNode? ReadingSettlement => Subject<ReadingSettlementNode>();
}
