using PlanRegistry.Access;
using PlanRegistry.Applications;
using PlanRegistry.Consultation;
using PlanRegistry.Experts;
using PlanRegistry.Ledger;
using PlanRegistry.Server.Consultation;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Ledger;

/// <summary>What the capabilities ask of a correction of their records, beside what is asked of every one.</summary>
internal static class Correcting
{
    public static Decision Held(this Decision decision, CommandDesk desk, RegistryView view, CorrectRecordInput input)
    {
        var isCommission = desk.Caller.Role is Role.ReformCommission or Role.Operator;
        return decision.Changes.Select(c =>
                ConsultationCorrections.Objection(view, c, desk.Caller.Actor, isCommission, h => HandlerNames.Of(desk, view, h))
                ?? ExpertCorrections.Objection(c, isCommission, input.Document)
                ?? (isCommission ? ApplicationCorrections.Objection(view, c) : null))
            .FirstOrDefault(p => p is not null) is { } problem ? Decision.Refuse(problem) : decision;
    }
}
