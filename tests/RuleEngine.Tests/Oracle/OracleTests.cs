namespace RuleEngine.Tests.Oracle;

/// <summary>
/// Random rules and random changes, judged by the engine and by a naive evaluator. <c>make fuzz</c> sets RULE_FUZZ_STEPS;
/// RULE_FUZZ_SEED is the seed of the first trial, and alone it repeats that trial. A failure names its seed and says what the
/// rules and the changes were.
/// </summary>
public class OracleTests
{
    private const int StepsPerTrial = 150;

    private static int? Steps => int.TryParse(Environment.GetEnvironmentVariable("RULE_FUZZ_STEPS"), out var steps) ? steps : null;

    private static int? Seed => int.TryParse(Environment.GetEnvironmentVariable("RULE_FUZZ_SEED"), out var seed) ? seed : null;

    [Theory]
    [InlineData(OracleKind.OneStratum)]
    [InlineData(OracleKind.TwoStrata)]
    [InlineData(OracleKind.EqualYields)]
    public void The_engine_matches_fires_and_yields_what_a_naive_evaluator_does(OracleKind kind)
    {
        var steps = Steps ?? (Seed is null ? 1_500 : StepsPerTrial);
        var share = kind == OracleKind.OneStratum ? steps / 2 : steps / 4;
        for (var trial = 0; trial < Math.Max(1, share / StepsPerTrial); trial++) new OracleTrial((Seed ?? 0) + trial, kind).Run(StepsPerTrial);
    }
}
