namespace PlanRegistry.Articles;

/// <summary>已编为规则、以其他方式承载、未编码: exactly one of each paragraph.</summary>
public enum ArticleStatus { Encoded, Carried, NotEncoded }
