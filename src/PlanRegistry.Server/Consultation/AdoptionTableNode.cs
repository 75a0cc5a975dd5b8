using PlanRegistry.Consultation;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Consultation;

public sealed class AdoptionTableNode(AdoptionTable table, Scope scope)
{
    public bool Complete => table.IsComplete;
    public int Undone => table.Undone;
    public int NoOpinion => table.NoOpinion;
    public IReadOnlyList<AdoptionRowNode> Rows => [.. table.Rows.Select(r => new AdoptionRowNode(r, scope))];
}

public sealed class AdoptionRowNode(AdoptionRow row, Scope scope)
{
    public int Number => row.Number;
    public ConsultationRoundNode Round => new(row.Round.Round, scope);
    public OpinionNode Opinion => new(row.Opinion.Opinion, scope);
}
