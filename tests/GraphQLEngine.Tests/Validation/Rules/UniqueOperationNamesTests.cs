using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class UniqueOperationNamesTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<UniqueOperationNames>(document);

    [Fact]
    public void Different_names_are_fine() => Errors("query A { dog { name } } query B { dog { name } } fragment A on Dog { name }").Should().BeEmpty();

    [Fact]
    public void Two_operations_of_one_name_are_not() =>
        Errors("query A { dog { name } }\nmutation A { rename(name: \"x\") { name } }\nquery A { cat { name } }").Should().Equal(
            "(1:7, 2:10) There can be only one operation named \"A\".",
            "(1:7, 3:7) There can be only one operation named \"A\".");
}
