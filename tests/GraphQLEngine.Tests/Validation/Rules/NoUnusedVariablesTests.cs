using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class NoUnusedVariablesTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<NoUnusedVariables>(document);

    [Fact]
    public void Variables_used_anywhere_are_used() =>
        Errors("query ($a: Int, $b: Boolean!, $c: Int) { arguments { int(v: $a) @skip(if: $b) ...F } } fragment F on Arguments { complex(v: { int: $c, required: true }) }").Should().BeEmpty();

    [Fact]
    public void Others_are_not() =>
        Errors("query Q($a: Int, $b: Int) { arguments { int(v: $a) } }\nquery ($c: Int = 1) { dog { name } }").Should().Equal(
            "(1:18) Variable \"$b\" is never used in operation \"Q\".",
            "(2:8) Variable \"$c\" is never used.");
}
