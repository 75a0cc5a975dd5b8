using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class LoneAnonymousOperationTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<LoneAnonymousOperation>(document);

    [Fact]
    public void One_anonymous_operation_with_fragments_is_fine() => Errors("{ dog { ...F } } fragment F on Dog { name }").Should().BeEmpty();

    [Fact]
    public void Several_named_operations_are_fine() => Errors("query A { dog { name } } query B { dog { name } }").Should().BeEmpty();

    [Fact]
    public void An_anonymous_operation_beside_another_is_not() =>
        Errors("{ dog { name } }\nquery B { dog { name } }\nmutation { rename(name: \"x\") { name } }").Should().Equal(
            "(1:1) This anonymous operation must be the only defined operation.",
            "(3:1) This anonymous operation must be the only defined operation.");
}
