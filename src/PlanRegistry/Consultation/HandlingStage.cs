namespace PlanRegistry.Consultation;

/// <summary>初次办理, and 复核 after an objection.</summary>
public enum HandlingStage { First, Review }
