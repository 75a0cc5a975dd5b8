namespace PlanRegistry.Consultation;

/// <summary>征求对象: whom a round asks.</summary>
public enum Audience { Agencies, Experts, Enterprises, Public }
