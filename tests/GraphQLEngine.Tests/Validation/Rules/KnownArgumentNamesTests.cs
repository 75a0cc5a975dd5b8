using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class KnownArgumentNamesTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<KnownArgumentNames>(document);

    [Fact]
    public void Defined_arguments_are_fine() => Errors("{ dog { isHouseTrained(atOtherHomes: true) name(surname: true) @include(if: true) } unknown(x: 1) { y } }").Should().BeEmpty();

    [Fact]
    public void Others_are_named_with_the_field() =>
        Errors("{ dog { isHouseTrained(atOtherHome: true, unknown: 1) name(x: 1) } __type(nam: \"a\") { name } }").Should().Equal(
            "(1:24) Unknown argument \"atOtherHome\" on field \"Dog.isHouseTrained\". Did you mean \"atOtherHomes\"?",
            "(1:43) Unknown argument \"unknown\" on field \"Dog.isHouseTrained\".",
            "(1:60) Unknown argument \"x\" on field \"Dog.name\".",
            "(1:75) Unknown argument \"nam\" on field \"<meta>.__type\". Did you mean \"name\"?");

    [Fact]
    public void Or_with_the_directive() =>
        Errors("{ dog @skip(iff: true) @many(m: 1) @unknown(x: 1) { name } }").Should().Equal(
            "(1:13) Unknown argument \"iff\" on directive \"@skip\". Did you mean \"if\"?",
            "(1:30) Unknown argument \"m\" on directive \"@many\". Did you mean \"n\"?");
}
