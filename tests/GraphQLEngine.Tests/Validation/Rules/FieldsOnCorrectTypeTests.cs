using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class FieldsOnCorrectTypeTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<FieldsOnCorrectType>(document);

    [Fact]
    public void Fields_of_objects_interfaces_and_meta_fields_are_fine() =>
        Errors("{ __typename __schema { description } dog { __typename a: name } pet { name owner { name } } catOrDog { __typename ... on Cat { color } } }").Should().BeEmpty();

    [Fact]
    public void An_unknown_field_is_named_with_suggestions() =>
        Errors("{\n  dog { barkVolumee nme xyzzy }\n}").Should().Equal(
            "(2:9) Cannot query field \"barkVolumee\" on type \"Dog\". Did you mean \"barkVolume\"?",
            "(2:21) Cannot query field \"nme\" on type \"Dog\". Did you mean \"name\"?",
            "(2:25) Cannot query field \"xyzzy\" on type \"Dog\".");

    [Fact]
    public void On_an_abstract_type_the_types_that_have_it_are_suggested() =>
        Errors("{ pet { barkVolume nickname } being { owner } catOrDog { name } }").Should().Equal(
            "(1:9) Cannot query field \"barkVolume\" on type \"Pet\". Did you mean to use an inline fragment on \"Dog\"?",
            "(1:20) Cannot query field \"nickname\" on type \"Pet\". Did you mean to use an inline fragment on \"Cat\" or \"Dog\"?",
            "(1:39) Cannot query field \"owner\" on type \"Being\". Did you mean to use an inline fragment on \"Pet\", \"Cat\", or \"Dog\"?",
            "(1:58) Cannot query field \"name\" on type \"CatOrDog\". Did you mean to use an inline fragment on \"Being\", \"Pet\", \"Canine\", \"Cat\", or \"Dog\"?");

    [Fact]
    public void Introspection_fields_exist_on_the_query_type_only() =>
        Errors("{ dog { __schema { description } } } mutation { __type(name: \"x\") { name } }").Should().Equal(
            "(1:9) Cannot query field \"__schema\" on type \"Dog\".",
            "(1:49) Cannot query field \"__type\" on type \"Mutation\".");

    [Fact]
    public void Fields_below_an_unknown_field_are_not_judged() => Errors("{ unknown { deeper { still } } }").Should().HaveCount(1);
}
