using GraphQLEngine;
using PlanRegistry.Records;
using PlanRegistry.Rules.Trials;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Trials;

namespace PlanRegistry.Server.Trials;

public sealed class RepairNode(Repair repair, Scope scope)
{
    public bool IsComplete => repair.IsComplete;
    public IReadOnlyList<RepairStepNode> Steps => [.. repair.Steps.Select(s => new RepairStepNode(s, scope))];
    public IReadOnlyList<FindingNode> Standing => [.. repair.Standing.Where(scope.Shows).Select(scope.Finding)];
    public IReadOnlyList<FindingNode> Opened => [.. repair.Opened.Where(scope.Shows).Select(scope.Finding)];
    public IReadOnlyList<FindingNode> Cleared => [.. repair.Cleared.Where(scope.Shows).Select(scope.Finding)];
    public IReadOnlyList<FindingNode> Arising => [.. repair.Arising.Where(scope.Shows).Select(scope.Finding)];
    public int Trials => repair.Trials;
}

public sealed class RepairStepNode(RepairStep step, Scope scope)
{
    public FindingNode Finding => scope.Finding(step.Finding);
    public RemedyNode Remedy => new(step.Remedy, Finding);
    public IReadOnlyList<RepairActNode> Acts => [.. step.Acts.Select(a => new RepairActNode(a, scope))];
}

public sealed class RepairActNode(RepairAct act, Scope scope)
{
    internal Text WhatInWords => act.What;
    internal Text PaperInWords => act.Paper;

    public AgencyNode? Agency => scope.Agency(act.Agency);
    public PartialDate EarliestOn => act.EarliestOn;
}

[Resolves("Plan")]
public static class PlanRepairFields
{
    /// <summary>Of the plan as it is: in a trial, as it would be.</summary>
    public static RepairNode Repair(PlanNode plan) => new(PlanRegistry.Rules.Trials.Repair.Of(plan.OnDay), plan.Scope);
}

[Resolves("RepairAct")]
public static class RepairActFields
{
    public static string What(RepairActNode act, Language? language, [Service] Reader reader) => reader.Told(act.WhatInWords, language);

    public static string Paper(RepairActNode act, Language? language, [Service] Reader reader) => reader.Told(act.PaperInWords, language);
}
