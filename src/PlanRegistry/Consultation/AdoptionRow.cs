namespace PlanRegistry.Consultation;

/// <summary>A row of the table of adoption.</summary>
public sealed record AdoptionRow(int Number, RoundOnDay Round, OpinionOnDay Opinion);
