using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class UniqueInputFieldNamesTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<UniqueInputFieldNames>(document);

    [Fact]
    public void Different_fields_are_fine_also_one_inside_the_other() =>
        Errors("{ arguments { complex(v: { int: 1, inner: { int: 2, inner: { int: 3 } } }) } }").Should().BeEmpty();

    [Fact]
    public void The_same_field_twice_is_not() =>
        Errors("{ arguments { complex(v: { int: 1, int: 2, inner: { list: [], list: [], list: [] } }) } }").Should().Equal(
            "(1:28, 1:36) There can be only one input field named \"int\".",
            "(1:53, 1:63) There can be only one input field named \"list\".",
            "(1:53, 1:73) There can be only one input field named \"list\".");
}
