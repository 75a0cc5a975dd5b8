namespace PlanRegistry.Consultation;

/// <summary>征求中、整合办理中、已办结: computed from the round's days, never typed.</summary>
public enum RoundState { Collecting, Handling, Closed }
