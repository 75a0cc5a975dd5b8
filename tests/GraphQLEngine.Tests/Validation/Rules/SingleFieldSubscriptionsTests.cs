using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class SingleFieldSubscriptionsTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<SingleFieldSubscriptions>(document);

    [Fact]
    public void One_field_is_fine_also_through_fragments() =>
        Errors("subscription S { ...F ... on Subscription { barked { name } } } fragment F on Subscription { barked { barks } ...F } query Q { dog { name } cat { name } }").Should().BeEmpty();

    [Fact]
    public void Two_fields_are_refused() =>
        Errors("subscription S { barked { name } meowed { name } again: barked { name } }\nsubscription { ...F } fragment F on Subscription { barked { name } meowed { name } }").Should().Equal(
            "(1:34, 1:50) Subscription \"S\" must select only one top level field.",
            "(2:68) Anonymous Subscription must select only one top level field.");

    [Fact]
    public void Introspection_is_refused() =>
        Errors("subscription S { __typename }\nsubscription { barked { name } t: __typename }").Should().Equal(
            "(1:18) Subscription \"S\" must not select an introspection top level field.",
            "(2:32) Anonymous Subscription must select only one top level field.",
            "(2:32) Anonymous Subscription must not select an introspection top level field.");

    [Fact]
    public void Skip_and_include_are_refused_at_the_root_only() =>
        Errors("subscription S($v: Boolean!) { barked @skip(if: $v) { name } ... @include(if: true) { barked { name } } }\nsubscription T { barked { name @skip(if: true) } }").Should().Equal(
            "(1:39, 1:66) Subscription \"S\" must not use `@skip` or `@include` directives in the top level selection.");
}
