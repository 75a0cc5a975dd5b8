namespace PlanRegistry.Approval;

/// <summary>Yes, no, or not known.</summary>
internal static class Answers
{
    public static bool? Any(IEnumerable<bool?> answers) =>
        answers.ToList() is var all && all.Contains(true) ? true : all.Contains(null) ? null : false;
}
