using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class ExecutableDefinitionsTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<ExecutableDefinitions>(document);

    [Fact]
    public void Operations_and_fragments_may_be_executed() =>
        Errors("query { dog { ...F } } fragment F on Dog { name } mutation M { rename(name: \"a\") { name } }").Should().BeEmpty();

    [Fact]
    public void Type_definitions_may_not() =>
        Errors("{ dog { name } }\ntype Cow { name: String }\nextend type Dog { color: String }\nschema { query: Cow }\ndirective @x on FIELD").Should().Equal(
            "(2:1) The \"Cow\" definition is not executable.",
            "(3:1) The \"Dog\" definition is not executable.",
            "(4:1) The schema definition is not executable.",
            "(5:1) The \"x\" definition is not executable.");
}
