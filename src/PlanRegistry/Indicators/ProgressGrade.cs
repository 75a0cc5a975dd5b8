namespace PlanRegistry.Indicators;

/// <summary>进展评价: the five grades in which Chongqing reports how far an indicator or a task has come.</summary>
public enum ProgressGrade { DoneEarly, AheadOfPath, OnPath, BehindPath, InDifficulty }
