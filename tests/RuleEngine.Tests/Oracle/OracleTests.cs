namespace RuleEngine.Tests.Oracle;

/// <summary>
/// Random rules and random changes, judged by the engine and by a naive evaluator. <c>make fuzz</c> sets RULE_FUZZ_STEPS
/// (and RULE_FUZZ_SEED to repeat one trial); a failure names its seed and says what the rules and the changes were.
/// </summary>
public class OracleTests
{
    private const int StepsPerTrial = 60;

    private static int Trials => (int.TryParse(Environment.GetEnvironmentVariable("RULE_FUZZ_STEPS"), out var steps) ? steps : 900) / StepsPerTrial;

    [Fact]
    public void The_engine_matches_fires_and_yields_what_a_naive_evaluator_does() => Run(secondStratum: false);

    [Fact]
    public void Rules_over_yielded_facts_come_to_the_same_conclusions_as_a_naive_evaluator() => Run(secondStratum: true);

    private static void Run(bool secondStratum)
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("RULE_FUZZ_SEED"), out var seed)) new OracleTrial(seed, secondStratum).Run(StepsPerTrial);
        else
            for (var trial = 0; trial < Trials; trial++) new OracleTrial(trial, secondStratum).Run(StepsPerTrial);
    }
}
