using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class UniqueFragmentNamesTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<UniqueFragmentNames>(document);

    [Fact]
    public void Different_names_are_fine() => Errors("{ ...A ...B } fragment A on Query { dog { name } } fragment B on Query { dog { name } } query A { dog { name } }").Should().BeEmpty();

    [Fact]
    public void Two_fragments_of_one_name_are_not() =>
        Errors("{ ...A }\nfragment A on Dog { name }\nfragment A on Cat { name }").Should().Equal("(2:10, 3:10) There can be only one fragment named \"A\".");
}
