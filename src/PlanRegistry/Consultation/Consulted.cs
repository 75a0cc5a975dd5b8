using PlanRegistry.Catalogue;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Consultation;

/// <summary>Whose matter the rows of a consultation are: the plan's lead, those asked, and of an opinion who gave it.</summary>
public static class Consulted
{
    /// <summary>The plan that a row of a consultation is about; null for any other row.</summary>
    public static Key<Plan>? PlanOf(Record row) => row switch
    {
        ConsultationRound round => round.Plan,
        Opinion opinion => opinion.Plan,
        Handling handling => handling.Plan,
        Objection objection => objection.Plan,
        Dispute dispute => dispute.Plan,
        DisputeStep step => step.Plan,
        _ => null,
    };

    /// <summary>The agency whose own word a row is; null where it is another's to write.</summary>
    public static Key<Agency>? SpeakerOf(Record? row) => row switch
    {
        Opinion { Agency: var agency } => agency,
        Objection objection => objection.Agency,
        _ => null,
    };

    /// <summary>A round that asks the agency, its own opinions, and what came of these.</summary>
    public static bool Concerns(RegistryView whole, Record row, Key<Agency> agency)
    {
        return row switch
        {
            ConsultationRound round => round.AsksOn(whole, agency, DateOnly.MaxValue),
            Opinion opinion => opinion.Agency == agency,
            Handling handling => IsTheirs(handling.Opinion),
            Objection objection => IsTheirs(objection.Opinion),
            Dispute dispute => dispute.Opinions?.Any(IsTheirs) == true,
            DisputeStep step => ConsultationBook.Dispute(whole, step.Dispute) is { Opinions: { } about } && about.Any(IsTheirs),
            _ => false,
        };

        bool IsTheirs(Key<Opinion> opinion) => ConsultationBook.Opinion(whole, opinion)?.Agency == agency;
    }
}
