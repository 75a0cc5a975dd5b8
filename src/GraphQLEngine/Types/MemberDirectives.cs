using System.Globalization;
using GraphQLEngine.Language;

namespace GraphQLEngine.Types;

/// <summary>Reads what the applied directives of the SDL mean: @deprecated, @specifiedBy, @oneOf, @cost, @listSize.</summary>
internal static class MemberDirectives
{
    private const int DefaultMaxPageSize = 100;

    public static void Apply(TypeSystem types, List<string> faults)
    {
        foreach (var type in types.Types.Values)
        {
            switch (type)
            {
                case ScalarType scalar: scalar.SpecifiedBy = Text(scalar.Directives, "specifiedBy", "url"); break;
                case FieldsType fields: fields.Fields.ForEach(field => Apply(field, faults)); break;
                case EnumType @enum: @enum.Values.ForEach(value => value.DeprecationReason = Deprecation(value.Directives)); break;
                case InputObjectType input:
                    input.IsOneOf = input.Directives.Any(directive => directive.Name.Value == "oneOf");
                    input.Fields.ForEach(field => Apply(field, faults));
                    break;
            }
        }
        foreach (var argument in types.Directives.Values.SelectMany(directive => directive.Arguments))
            argument.DeprecationReason = Deprecation(argument.Directives);
    }

    private static void Apply(FieldDefinition field, List<string> faults)
    {
        field.DeprecationReason = Deprecation(field.Directives);
        field.Arguments.ForEach(argument => Apply(argument, faults));
        // IBM cost draft: a field of a composite type weighs 1, a leaf 0, unless @cost says otherwise.
        field.Cost = Weight(field.Directives, field.Coordinate, faults) ?? (field.Type.Named.IsComposite ? 1 : 0);
        if (Find(field.Directives, "listSize") is { } listSize)
            field.ListSize = ReadListSize(field, listSize, faults);
    }

    private static void Apply(InputValueDefinition value, List<string> faults)
    {
        value.DeprecationReason = Deprecation(value.Directives);
        value.Cost = Weight(value.Directives, value.Coordinate, faults) ?? 0;
    }

    private static ListSize ReadListSize(FieldDefinition field, DirectiveNode directive, List<string> faults)
    {
        var slicing = Texts(directive, "slicingArguments");
        foreach (var name in slicing.Where(name => !ListSize.IsSlicing(field.Argument(name))))
            faults.Add($"{field.Coordinate}: @listSize names the slicing argument \"{name}\", which is no Int or list argument of this field.");
        var sized = Texts(directive, "sizedFields");
        foreach (var name in sized.Where(name => (field.Type.Named as CompositeType)?.Field(name)?.Type.Nullable is not ListType))
            faults.Add($"{field.Coordinate}: @listSize names the sized field \"{name}\", which is no list field of {field.Type.Named}.");
        var requireOne = Argument(directive, "requireOneSlicingArgument")?.Text != "false";
        return new ListSize(Number(directive, "assumedSize"), slicing, sized, requireOne && slicing.Count > 0, Number(directive, "maxPageSize") ?? DefaultMaxPageSize);
    }

    private static double? Weight(DirectiveNode[] directives, string coordinate, List<string> faults)
    {
        if (Text(directives, "cost", "weight") is not { } text)
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && double.IsFinite(weight))
            return weight;
        faults.Add($"{coordinate}: @cost has the weight \"{text}\", which is no number.");
        return null;
    }

    public static DirectiveNode? Find(IEnumerable<DirectiveNode> directives, string name) => directives.FirstOrDefault(directive => directive.Name.Value == name);

    public static ValueNode? Argument(DirectiveNode directive, string name) => directive.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value;

    private static string? Deprecation(DirectiveNode[] directives) =>
        Find(directives, "deprecated") is { } deprecated ? Argument(deprecated, "reason")?.Text ?? "No longer supported" : null;

    private static string? Text(IEnumerable<DirectiveNode> directives, string name, string argument) => Find(directives, name) is { } directive ? Argument(directive, argument)?.Text : null;

    private static int? Number(DirectiveNode directive, string name) => int.TryParse(Argument(directive, name)?.Text, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IReadOnlyList<string> Texts(DirectiveNode directive, string name) => Argument(directive, name) switch
    {
        { Kind: ValueKind.List } list => [.. list.Items.Select(item => item.Text)],
        { Kind: ValueKind.String } single => [single.Text],
        _ => [],
    };
}
