using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class UniqueArgumentNamesTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<UniqueArgumentNames>(document);

    [Fact]
    public void Different_arguments_are_fine() => Errors("{ arguments { two(a: 1, b: 2) @needs(a: 1, b: 2) int(v: 1) } }").Should().BeEmpty();

    [Fact]
    public void The_same_argument_twice_is_not() =>
        Errors("{ arguments { two(a: 1, b: 2, a: 3, a: 4) @needs(a: 1, a: 2) } }").Should().Equal(
            "(1:19, 1:31, 1:37) There can be only one argument named \"a\".",
            "(1:50, 1:56) There can be only one argument named \"a\".");
}
