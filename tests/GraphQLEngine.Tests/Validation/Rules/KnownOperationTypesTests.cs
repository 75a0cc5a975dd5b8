using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class KnownOperationTypesTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<KnownOperationTypes>(document);

    private static readonly GraphQLEngine.Types.TypeSystem QueriesOnly = RuleHarness.Load("type Query { a: Int }");

    [Fact]
    public void Operations_with_a_root_type_are_supported() =>
        Errors("query A { dog { name } } mutation B { rename(name: \"x\") { name } } subscription C { barked { name } }").Should().BeEmpty();

    [Fact]
    public void Operations_without_one_are_not() =>
        RuleHarness.Errors<KnownOperationTypes>("query A { a }\nmutation B { a }\nsubscription C { a }", schema: QueriesOnly).Should().Equal(
            "(2:1) The mutation operation is not supported by the schema.",
            "(3:1) The subscription operation is not supported by the schema.");
}
