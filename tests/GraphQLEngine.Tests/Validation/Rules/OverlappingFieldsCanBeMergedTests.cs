using GraphQLEngine.Validation.Rules;

namespace GraphQLEngine.Tests.Validation.Rules;

public class OverlappingFieldsCanBeMergedTests
{
    private static string[] Errors(string document) => RuleHarness.Errors<OverlappingFieldsCanBeMerged>(document);

    [Theory]
    [InlineData("fragment F on Dog { name name }")]
    [InlineData("fragment F on Dog { other: name other: name }")]
    [InlineData("fragment F on Dog { isHouseTrained(atOtherHomes: true) isHouseTrained(atOtherHomes: true) }")]
    [InlineData("fragment F on Dog { a: name b: name(surname: true) }")]
    [InlineData("fragment F on Dog { name @include(if: true) name @skip(if: true) }")]
    [InlineData("fragment F on Pet { ... on Dog { sound: barks } ... on Cat { sound: meows } }")]
    [InlineData("fragment F on Pet { ... on Dog { volume: barkVolume } ... on Cat { volume: meowVolume } }")]
    [InlineData("fragment F on Human { pets { name } pets { ... on Dog { nickname } } ...G } fragment G on Human { pets { owner { name } } }")]
    [InlineData("fragment F on Arguments { complex(v: { int: 1, required: true }) complex(v: { required: true, int: 1 }) }")]
    [InlineData("fragment F on Dog { ...F ...G } fragment G on Dog { ...F name }")]
    [InlineData("fragment F on Dog { nope: unknown nope: unknown }")]
    public void Fields_that_are_the_same_or_never_meet_can_be_merged(string document) => Errors(document).Should().BeEmpty();

    private static string Conflict(string name, string reason) => $"Fields \"{name}\" conflict because {reason}. Use different aliases on the fields to fetch both if this was intentional.";

    [Fact]
    public void Different_fields_under_one_name_conflict() =>
        Errors("fragment F on Dog { fido: name fido: nickname }").Should().Equal("(1:21, 1:32) " + Conflict("fido", "\"name\" and \"nickname\" are different fields"));

    [Fact]
    public void Different_arguments_conflict() =>
        Errors("fragment F on Dog { isHouseTrained(atOtherHomes: true) isHouseTrained(atOtherHomes: false) name name(surname: null) }").Should().Equal(
            "(1:21, 1:56) " + Conflict("isHouseTrained", "they have differing arguments"),
            "(1:92, 1:97) " + Conflict("name", "they have differing arguments"));

    [Fact]
    public void Every_pair_is_reported() =>
        Errors("fragment F on Dog { x: name x: nickname x: barks }").Should().Equal(
            "(1:21, 1:29) " + Conflict("x", "\"name\" and \"nickname\" are different fields"),
            "(1:21, 1:41) " + Conflict("x", "\"name\" and \"barks\" are different fields"),
            "(1:29, 1:41) " + Conflict("x", "\"nickname\" and \"barks\" are different fields"));

    [Fact]
    public void Conflicts_are_found_through_fragments() =>
        Errors("{ dog { ...A ...B } }\nfragment A on Dog { x: name }\nfragment B on Dog { ...C }\nfragment C on Dog { x: nickname }").Should().Equal(
            "(2:21, 4:21) " + Conflict("x", "\"name\" and \"nickname\" are different fields"));

    [Fact]
    public void Conflicts_below_are_told_with_the_way_to_them() =>
        Errors("{ human { pets { x: name } }\n human { pets { x: owner { name } y: name }\n pets { y: owner { name } } } }").Should().Equal(
            "(1:3, 1:11, 1:18, 2:2, 2:10, 2:17) " + Conflict("human", "subfields \"pets\" conflict because subfields \"x\" conflict because \"name\" and \"owner\" are different fields"),
            "(2:10, 2:35, 3:2, 3:9) " + Conflict("pets", "subfields \"y\" conflict because \"name\" and \"owner\" are different fields"));

    [Fact]
    public void Fields_of_types_that_never_meet_need_the_same_shape_all_the_same() =>
        Errors("{ catOrDog { ... on Dog { x: id y: barkVolume z: owner { name } } ... on Cat { x: id y: nickname z: owner { name: pets { name } } } } }").Should().Equal(
            "(1:27, 1:80) " + Conflict("x", "they return conflicting types \"ID!\" and \"String\""),
            "(1:33, 1:86) " + Conflict("y", "they return conflicting types \"Int\" and \"String\""),
            "(1:47, 1:58, 1:98, 1:109) " + Conflict("z", "subfields \"name\" conflict because they return conflicting types \"String\" and \"[Pet]\""));

    [Fact]
    public void Ten_thousand_repeated_fields_cost_one_pass()
    {
        var document = $"{{ dog {{ {string.Concat(Enumerable.Repeat("name ", 10_000))} }} }}";
        RuleHarness.Errors<OverlappingFieldsCanBeMerged>(document, limits: new Limits()).Should().BeEmpty();
    }

    [Fact]
    public void Work_that_grows_with_the_square_is_cut_off()
    {
        var document = $"{{ dog {{ {string.Concat(Enumerable.Repeat("owner { name } ", 1_000))} }} }}";
        RuleHarness.Errors<OverlappingFieldsCanBeMerged>(document, limits: new Limits()).Should().Equal("() Too many fields share a response name. Validation aborted.");
    }
}
