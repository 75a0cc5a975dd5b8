namespace PlanRegistry.Consultation;

/// <summary>采纳、部分采纳、不采纳.</summary>
public enum HandlingResult { Adopted, PartlyAdopted, Rejected }
