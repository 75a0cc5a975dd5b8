using GraphQLEngine.Types;

namespace GraphQLEngine.Tests.Types;

/// <summary>The type validation rules of the specification's chapter 3.</summary>
public class SdlFaultTests
{
    private static List<string> Faults(string sdl) => SchemaBuilder.Build([new SdlDocument("a.graphql", sdl)]).Faults;

    [Theory]
    [InlineData("type Query { a: Int", "a.graphql(1,20): Expected Name, found <EOF>.")]
    [InlineData("type A { a: Int }", "schema: a query type must be provided.")]
    [InlineData("type Query { a: Nope }", "Query.a: has the unknown type \"Nope\".")]
    [InlineData("type Query { a: Strin }", "Query.a: has the unknown type \"Strin\". Did you mean \"String\"?")]
    [InlineData("type Query { a: Int a: Int }", "Query.a: there can be only one field of this name.")]
    [InlineData("type Query { a: Int } type Query { b: Int }", "Query: there can be only one type of this name.")]
    [InlineData("type Query { __a: Int }", "Query.__a: a name must not begin with \"__\", which is reserved for introspection.")]
    [InlineData("type Query { a: Int } type B", "B: must have at least one field.")]
    [InlineData("type Query { a: Int } union U", "U: a union must have at least one member.")]
    [InlineData("type Query { a: Int } union U = Query | Int", "U: has the member \"Int\", which is no object type of this schema.")]
    [InlineData("type Query { a: Int } union U = Query | Query", "U: has the member Query twice.")]
    [InlineData("type Query { a: Int } enum E", "E: an enum must have at least one value.")]
    [InlineData("type Query { a: Int } enum E { A A }", "E.A: there can be only one value of this name.")]
    [InlineData("type Query { a: I } input I { b: Int }", "Query.a: has the input type I; a field's type must be an output type.")]
    [InlineData("type Query { a(b: Query): Int }", "Query.a(b:): has the type Query, which is no input type.")]
    [InlineData("type Query { a(b: Int = \"x\"): Int }", "Query.a(b:): has an invalid default value. Int cannot represent non-integer value: \"x\"")]
    [InlineData("type Query { a(b: Int! @deprecated): Int }", "Query.a(b:): is required and so cannot be deprecated.")]
    [InlineData("type Query { a: Int @nope }", "Query.a: has the unknown directive @nope.")]
    [InlineData("type Query { a: Int @oneOf }", "Query.a: directive @oneOf may not be used on FIELD_DEFINITION.")]
    [InlineData("type Query { a: Int @deprecated @deprecated }", "Query.a: directive @deprecated can be used only once here.")]
    [InlineData("type Query { a: Int @deprecated(why: \"x\") }", "Query.a: directive @deprecated has no argument \"why\".")]
    [InlineData("type Query { a: Int } scalar S @specifiedBy", "S: directive @specifiedBy needs the argument \"url\".")]
    [InlineData("type Query implements N { a: Int } interface N { a: Int b: Int }", "Query.b: is missing; N requires it.")]
    [InlineData("type Query implements N { a: Int } interface N { a: String }", "Query.a: has the type Int, but N.a has String.")]
    [InlineData("type Query implements N { a(x: Int!): Int } interface N { a: Int }", "Query.a(x:): must not be required, because N.a does not have it.")]
    [InlineData("type Query implements N { a: Int } interface N { a(x: Int): Int }", "Query.a(x:): is missing; N requires it.")]
    [InlineData("type Query implements N { a(x: Int): Int } interface N { a(x: Int!): Int }", "Query.a(x:): has the type Int, but N.a(x:) has Int!.")]
    [InlineData("type Query implements N { a: Int @deprecated } interface N { a: Int }", "Query.a: is deprecated, but N.a is not.")]
    [InlineData("type Query implements B { a: Int } interface A { a: Int } interface B implements A { a: Int }", "Query: must implement A because B implements it.")]
    [InlineData("type Query { a: Int } interface A implements A { a: Int }", "A: cannot implement itself.")]
    [InlineData("type Query { a: Int } extend type Nope { b: Int }", "Nope: cannot extend a type that is not defined.")]
    [InlineData("type Query { a: Int } extend enum Query { B }", "Query: cannot extend an object type as an enum.")]
    [InlineData("type Query { a: Int } input I @oneOf { a: Int! }", "I.a: a field of a OneOf input object must be nullable.")]
    [InlineData("type Query { a: Int } input I @oneOf { a: Int = 1 }", "I.a: a field of a OneOf input object must not have a default value.")]
    [InlineData("type Query { a: Int } input I { a: I! }", "I: needs itself through I.a, which are non-null.")]
    [InlineData("type Query { a: Int } input I { a: I = {} }", "I.a: its default value contains itself through I.a.")]
    [InlineData("type Query { a: Int } input I @oneOf { a: I }", "I: no finite value exists, because every field leads back to it.")]
    [InlineData("schema { query: Query query: Query } type Query { a: Int }", "schema: there can be only one query type.")]
    [InlineData("schema { query: Query mutation: Query } type Query { a: Int }", "schema: the query, mutation and subscription types must be different types.")]
    [InlineData("type Query { a: Int } directive @d on FIELD directive @d on FIELD", "@d: there can be only one directive of this name.")]
    [InlineData("type Query { a(x: Int): Int @listSize(slicingArguments: [\"y\"]) }", "Query.a: @listSize names the slicing argument \"y\", which is no Int or list argument of this field.")]
    [InlineData("type Query { a: Int @cost(weight: \"much\") }", "Query.a: @cost has the weight \"much\", which is no number.")]
    [InlineData("type Query { a: Int } query Q { a }", "An operation or fragment stands in the SDL, where only type definitions may.")]
    public void A_wrong_schema_is_named_by_coordinate(string sdl, string fault) => Faults(sdl).Should().Equal(fault);

    [Theory]
    [InlineData("directive @d(x: Int @d) on ARGUMENT_DEFINITION", "@d: must not be used inside its own definition.")]
    [InlineData("directive @d(x: E) on ENUM_VALUE enum E { A @d }", "@d: must not be used inside its own definition.")]
    [InlineData("directive @d(x: I) on INPUT_FIELD_DEFINITION input I { a: J } input J { b: Int @d }", "@d: must not be used inside its own definition.")]
    public void A_directive_is_not_used_in_its_own_definition(string sdl, string fault) => Faults("type Query { a: Int } " + sdl).Should().Equal(fault);

    [Fact]
    public void Directives_that_use_each_other_are_both_named() =>
        Faults("type Query { a: Int } directive @d(x: Int @e) on ARGUMENT_DEFINITION directive @e(x: Int @d) on ARGUMENT_DEFINITION").Should().Equal(
            "@d: must not be used inside its own definition.", "@e: must not be used inside its own definition.");

    // Specification, section 3.13.1: every element that can be named, named as there.
    [Fact]
    public void Every_kind_of_element_is_named_by_its_schema_coordinate() =>
        Faults("""
            type Query @x { a(b: Int @x): Int @x }
            interface N @x { a: Int }
            union U @x = Query
            enum E @x { V @x }
            input I @x { f: Int @x }
            scalar S @x
            directive @d(p: Int @x) on FIELD
            """).Should().Equal(new[] { "Query", "Query.a", "Query.a(b:)", "N", "U", "E", "E.V", "I", "I.f", "S", "@d(p:)" }.Select(coordinate => $"{coordinate}: has the unknown directive @x."));

    [Fact]
    public void All_faults_come_at_once() =>
        Faults("type Query { a: Nope b: Int @x } enum E union U = Int").Should().HaveCount(5);

    [Fact]
    public void Extensions_descriptions_and_repeatable_directives_are_understood() =>
        Faults("""
            "The schema." schema @s(n: 1) @s(n: 2) { query: Root }
            extend schema { mutation: M }
            directive @s("N." n: Int!) repeatable on | SCHEMA | OBJECT
            interface A { a: Int } interface B implements A & C { a: Int! } interface C { a: Int }
            type Root implements & A & B & C @s(n: 1) { "A." a: Int! @deprecated(reason: "x") }
            extend type Root @s(n: 2) { u(f: F = { x: [1] }): U }
            extend interface A { a2: Int } extend type Root { a2: Int } extend interface B { a2: Int }
            type M { m: Int } union U = | Root extend union U = M
            input F { x: [Int!] = [2], f: F } extend input F { y: F }
            enum E { A } extend enum E { B @deprecated }
            scalar Date @specifiedBy(url: "https://x")
            """.Replace(" @deprecated(reason: \"x\")", "", StringComparison.Ordinal)).Should().BeEmpty();
}
