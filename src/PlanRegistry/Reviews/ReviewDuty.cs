
namespace PlanRegistry.Reviews;

/// <summary>年度监测分析、中期评估、总结评估.</summary>
public enum ReviewKind { Annual, MidTerm, Final }

/// <summary>未到期、临近、逾期、已完成、逾期完成、历史资料未录入.</summary>
public enum DutyState { Upcoming, DueSoon, Overdue, Done, DoneLate, NotRecorded }
