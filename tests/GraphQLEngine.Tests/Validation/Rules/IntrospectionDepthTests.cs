using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class IntrospectionDepthTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<IntrospectionDepth>(document);

    [Fact]
    public void What_tools_ask_is_fine() =>
        Errors("{ __schema { types { fields { type { fields { name } } } } } __type(name: \"Dog\") { ...T } } fragment T on __Type { interfaces { possibleTypes { name } } ofType { ofType { ofType { name } } } }").Should().BeEmpty();

    [Fact]
    public void Lists_within_lists_within_lists_are_not() =>
        Errors("{\n  __schema { types { fields { type { fields { type { fields { name } } } } } } }\n}").Should().Equal("(2:3) Maximum introspection depth exceeded");

    [Fact]
    public void Also_through_fragments() =>
        Errors("{ __type(name: \"Dog\") { ...T } } fragment T on __Type { interfaces { ...U } } fragment U on __Type { possibleTypes { inputFields { name } } }").Should().Equal("(1:3) Maximum introspection depth exceeded");
}
