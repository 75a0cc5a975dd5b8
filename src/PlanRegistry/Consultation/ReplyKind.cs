namespace PlanRegistry.Consultation;

/// <summary>有效意见、无意见、要素不全: what a reply comes to by its form.</summary>
public enum ReplyKind { Effective, NoOpinion, Incomplete }
