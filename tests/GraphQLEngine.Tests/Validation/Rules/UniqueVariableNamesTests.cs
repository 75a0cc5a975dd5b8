using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class UniqueVariableNamesTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<UniqueVariableNames>(document);

    [Fact]
    public void Operations_may_share_names() => Errors("query A($x: Int, $y: String) { __typename } query B($x: String) { __typename }").Should().BeEmpty();

    [Fact]
    public void One_operation_must_not_repeat_them() =>
        Errors("query A($x: Int, $x: Int, $x: String, $y: Int, $y: Int) { __typename }").Should().Equal(
            "(1:10, 1:19, 1:28) There can be only one variable named \"$x\".",
            "(1:40, 1:49) There can be only one variable named \"$y\".");
}
