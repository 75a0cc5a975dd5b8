namespace PlanRegistry.Articles;

/// <summary>Why a paragraph, or a part of it, is not encoded.</summary>
public enum ArticleGap { NoDuty, Guidance, Unrecorded, Open }
