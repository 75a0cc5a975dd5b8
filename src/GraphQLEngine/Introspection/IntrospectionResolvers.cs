using GraphQLEngine.Language;
using GraphQLEngine.Types;

namespace GraphQLEngine.Introspection;

/// <summary>Introspection is an ordinary part of the schema, resolved from the engine's own type objects (specification: Introspection).</summary>
internal static class IntrospectionResolvers
{
    public static void Register(SchemaBinding binding) => binding
        .Type<TypeSystem>("__Schema").Type<GraphQLType>("__Type").Type<FieldDefinition>("__Field")
        .Type<InputValueDefinition>("__InputValue").Type<EnumValueDefinition>("__EnumValue").Type<DirectiveDefinition>("__Directive")
        .Resolvers(typeof(SchemaFields)).Resolvers(typeof(TypeFields)).Resolvers(typeof(FieldFields))
        .Resolvers(typeof(InputValueFields)).Resolvers(typeof(EnumValueFields)).Resolvers(typeof(DirectiveFields));

    private static bool IsVisible(string? deprecationReason, bool includeDeprecated) => includeDeprecated || deprecationReason is null;

    [Resolves("__Schema")]
    internal static class SchemaFields
    {
        public static IEnumerable<GraphQLType> Types(TypeSystem schema) => schema.Types.Values;

        public static GraphQLType QueryType(TypeSystem schema) => schema.Query;

        public static GraphQLType? MutationType(TypeSystem schema) => schema.Mutation;

        public static GraphQLType? SubscriptionType(TypeSystem schema) => schema.Subscription;

        public static IEnumerable<DirectiveDefinition> Directives(TypeSystem schema) => schema.Directives.Values.Where(directive => directive.IsVisible);
    }

    [Resolves("__Type")]
    internal static class TypeFields
    {
        public static string Kind(GraphQLType type) => type switch
        {
            ScalarType => "SCALAR",
            ObjectType => "OBJECT",
            InterfaceType => "INTERFACE",
            UnionType => "UNION",
            EnumType => "ENUM",
            InputObjectType => "INPUT_OBJECT",
            ListType => "LIST",
            _ => "NON_NULL",
        };

        public static string? Name(GraphQLType type) => (type as NamedType)?.Name;

        public static string? Description(GraphQLType type) => (type as NamedType)?.Description;

        public static string? SpecifiedByURL(GraphQLType type) => (type as ScalarType)?.SpecifiedBy;

        public static IEnumerable<FieldDefinition>? Fields(GraphQLType type, bool includeDeprecated) =>
            (type as FieldsType)?.Fields.Where(field => IsVisible(field.DeprecationReason, includeDeprecated));

        public static IEnumerable<GraphQLType>? Interfaces(GraphQLType type) => (type as FieldsType)?.Interfaces;

        public static IEnumerable<GraphQLType>? PossibleTypes(GraphQLType type) => type is CompositeType { IsAbstract: true } composite ? composite.PossibleTypes : null;

        public static IEnumerable<EnumValueDefinition>? EnumValues(GraphQLType type, bool includeDeprecated) =>
            (type as EnumType)?.Values.Where(value => IsVisible(value.DeprecationReason, includeDeprecated));

        public static IEnumerable<InputValueDefinition>? InputFields(GraphQLType type, bool includeDeprecated) =>
            (type as InputObjectType)?.Fields.Where(field => IsVisible(field.DeprecationReason, includeDeprecated));

        public static GraphQLType? OfType(GraphQLType type) => type switch
        {
            ListType list => list.Inner,
            NonNullType nonNull => nonNull.Inner,
            _ => null,
        };

        public static bool? IsOneOf(GraphQLType type) => (type as InputObjectType)?.IsOneOf;
    }

    [Resolves("__Field")]
    internal static class FieldFields
    {
        public static IEnumerable<InputValueDefinition> Args(FieldDefinition field, bool includeDeprecated) =>
            field.Arguments.Where(argument => IsVisible(argument.DeprecationReason, includeDeprecated));

        public static bool IsDeprecated(FieldDefinition field) => field.DeprecationReason is not null;
    }

    [Resolves("__InputValue")]
    internal static class InputValueFields
    {
        public static string? DefaultValue(InputValueDefinition value) => value.DefaultValue is { } literal ? Printer.Print(literal) : null;

        public static bool IsDeprecated(InputValueDefinition value) => value.DeprecationReason is not null;
    }

    [Resolves("__EnumValue")]
    internal static class EnumValueFields
    {
        public static bool IsDeprecated(EnumValueDefinition value) => value.DeprecationReason is not null;
    }

    [Resolves("__Directive")]
    internal static class DirectiveFields
    {
        public static IEnumerable<InputValueDefinition> Args(DirectiveDefinition directive, bool includeDeprecated) =>
            directive.Arguments.Where(argument => IsVisible(argument.DeprecationReason, includeDeprecated));
    }
}
