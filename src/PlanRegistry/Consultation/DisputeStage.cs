namespace PlanRegistry.Consultation;

/// <summary>部门协商 → 数据、专家论证 → 高层协调 → 试点 → 定论, or told with what is submitted.</summary>
public enum DisputeStage { Negotiation, Argument, Coordination, Pilot, Settled, Told }
