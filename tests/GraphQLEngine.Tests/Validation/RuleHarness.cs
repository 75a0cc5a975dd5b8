using GraphQLEngine.Language;
using GraphQLEngine.Types;
using GraphQLEngine.Validation;

namespace GraphQLEngine.Tests.Validation;

/// <summary>Runs one rule alone over a document against a schema of pets. An error is shown as <c>(line:column, line:column) message</c>.</summary>
internal static class RuleHarness
{
    private const string Sdl = """
        directive @onField on FIELD
        directive @many(n: Int) repeatable on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT | QUERY
        directive @needs(a: Int!, b: Int! = 1) on FIELD
        directive @onVariable on VARIABLE_DEFINITION
        directive @onOperation on QUERY | MUTATION | SUBSCRIPTION | FRAGMENT_DEFINITION | FRAGMENT_SPREAD | INLINE_FRAGMENT
        interface Being { name(surname: Boolean): String }
        interface Pet implements Being { name(surname: Boolean): String owner: Human }
        interface Canine implements Being { name(surname: Boolean): String mother: Canine }
        enum Command { SIT HEEL DOWN }
        enum Color { BROWN BLACK }
        type Dog implements Being & Pet & Canine { name(surname: Boolean): String owner: Human mother: Canine nickname: String barkVolume: Int barks: Boolean isHouseTrained(atOtherHomes: Boolean = true): Boolean knows(command: Command, times: Int!): Boolean id: ID! }
        type Cat implements Being & Pet { name(surname: Boolean): String owner: Human nickname: String meowVolume: Int meows: Boolean color: Color id: String }
        type Human implements Being { name(surname: Boolean): String pets: [Pet] relatives: [Human!]! }
        union CatOrDog = Cat | Dog
        union DogOrHuman = Dog | Human
        scalar Date
        input Complex { required: Boolean! nonNull: Boolean! = false int: Int string: String color: Color list: [String] inner: Complex date: Date }
        input One @oneOf { string: String int: Int list: [Int!] }
        type Arguments {
          int(v: Int): String  nonNullInt(v: Int!): String  defaulted(v: Int! = 5): String  two(a: Int!, b: Int!): String
          float(v: Float): String  string(v: String): String  boolean(v: Boolean): String  id(v: ID): String  enum(v: Color): String
          strings(v: [String]): String  nonNullStrings(v: [String!]!): String  complex(v: Complex): String  one(v: One): String  date(v: Date): String
        }
        type Query { human(id: ID): Human dog: Dog cat: Cat pet: Pet being: Being catOrDog: CatOrDog dogOrHuman: DogOrHuman arguments: Arguments }
        type Mutation { rename(name: String!): Dog }
        type Subscription { barked: Dog meowed: Cat }
        """;

    private static readonly TypeSystem Schema = Load(Sdl);

    public static TypeSystem Load(string sdl)
    {
        var (types, faults) = SchemaBuilder.Build([new SdlDocument("test", sdl)]);
        faults.Should().BeEmpty();
        return types;
    }

    public static string[] Errors<TRule>(string document, bool hints = true, Limits? limits = null, TypeSystem? schema = null)
        where TRule : ValidationRule
    {
        var parsed = Parser.ParseDocument(document, ParserLimits.None);
        var errors = DocumentValidator.Validate(schema ?? Schema, parsed, limits ?? Limits.None, new GraphQLEngine.Execution.PreparationWork(), hints, context => (TRule)Activator.CreateInstance(typeof(TRule), context)!);
        return [.. errors.Select(Show)];
    }

    public static string Show(GraphQLEngine.Errors.GraphQLError error) =>
        $"({string.Join(", ", error.Locations.Select(location => $"{location.Line}:{location.Column}"))}) {error.Message}";
}
