using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class ScalarLeafsTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<ScalarLeafs>(document);

    [Fact]
    public void Leaves_without_and_objects_with_selections_are_fine() => Errors("{ dog { barkVolume owner { name } } arguments { int(v: 1) } }").Should().BeEmpty();

    [Fact]
    public void An_object_needs_a_selection() =>
        Errors("{ human { pets } dog }").Should().Equal(
            "(1:11) Field \"pets\" of type \"[Pet]\" must have a selection of subfields. Did you mean \"pets { ... }\"?",
            "(1:18) Field \"dog\" of type \"Dog\" must have a selection of subfields. Did you mean \"dog { ... }\"?");

    [Fact]
    public void A_leaf_must_not_have_one() =>
        Errors("{ dog { barkVolume { x } isHouseTrained(atOtherHomes: true) { y } id { z } } }").Should().Equal(
            "(1:20) Field \"barkVolume\" must not have a selection since type \"Int\" has no subfields.",
            "(1:61) Field \"isHouseTrained\" must not have a selection since type \"Boolean\" has no subfields.",
            "(1:70) Field \"id\" must not have a selection since type \"ID!\" has no subfields.");
}
