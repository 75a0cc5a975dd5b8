namespace PlanRegistry.Consultation;

/// <summary>无需办理、待办理、已办理、有异议待复核、已复核: computed from what is recorded of it, never typed.</summary>
public enum OpinionState { NothingToHandle, Open, Handled, Objected, Reviewed }
