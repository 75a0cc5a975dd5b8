using System.Reflection;
using System.Reflection.Emit;
using System.Text.RegularExpressions;

namespace PlanRegistry.Tests.Habits;

/// <summary>
/// Finds where code touches what is fenced off: in what a type derives from, in fields and
/// signatures, and in the body of every method, those of lambdas and iterators included. Constants
/// are values by the time a method is compiled, so that they leave no trace and need no leave.
/// </summary>
internal static partial class Fence
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> OpCodes =
        typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (int)(ushort)code.Value);

    /// <summary>One line for each member and each fenced type that it touches: <c>PlanFields.Title: EngineOptions</c>.</summary>
    public static IReadOnlyList<string> Breaches(IEnumerable<Type> types, Func<Type, bool> isFenced) => [.. types
        .SelectMany(type => Touched(type).Select(touch => (touch.Member, Fenced: touch.Types.SelectMany(Parts).Where(isFenced))))
        .SelectMany(touch => touch.Fenced.Select(fenced => $"{NameOf(touch.Member)}: {fenced.Name}"))
        .Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<(MemberInfo Member, IEnumerable<Type> Types)> Touched(Type type) =>
        type.GetMembers(Declared).Where(member => member is FieldInfo or MethodBase)
            .Select(member => (member, member is MethodBase method ? Signature(method).Concat(Body(method)) : Signature(member)))
            .Append((type, type.GetInterfaces().Append(type.BaseType ?? typeof(object))));

    private static IEnumerable<Type> Signature(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.FieldType],
        MethodBase method =>
            [.. method.GetParameters().Select(parameter => parameter.ParameterType),
                .. method.IsGenericMethod ? method.GetGenericArguments() : [],
                method is MethodInfo { ReturnType: var returned } ? returned : typeof(void)],
        _ => [],
    };

    /// <summary>The types of a method's variables, and those of everything that its instructions name.</summary>
    private static IEnumerable<Type> Body(MethodBase method) => method.GetMethodBody() is not { } body ? []
        : body.LocalVariables.Select(variable => variable.LocalType)
            .Concat(Named(method, body.GetILAsByteArray()!)
                .SelectMany(member => Signature(member).Append(member.DeclaringType ?? typeof(void))));

    private static IEnumerable<MemberInfo> Named(MethodBase method, byte[] il)
    {
        var (ofType, ofMethod) = (method.DeclaringType!.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : []);
        var at = 0;
        while (at < il.Length)
        {
            var code = il[at] == 0xFE ? OpCodes[(il[at++] << 8) | il[at++]] : OpCodes[il[at++]];
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return method.Module.ResolveMember(BitConverter.ToInt32(il, at), ofType, ofMethod)!;
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }

    /// <summary>A type, what it is an array or a reference of, and its type arguments.</summary>
    private static IEnumerable<Type> Parts(Type type) => type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().Where(argument => !argument.IsGenericParameter).SelectMany(Parts).Append(type)
        : [type];

    /// <summary>
    /// The method as it was written: the compiler names what it makes of lambdas
    /// and iterators after it, in types of its own inside the one that has it.
    /// </summary>
    private static string NameOf(MemberInfo member)
    {
        var (type, name) = (member as Type ?? member.DeclaringType!, member.Name);
        while (type.Name.Contains('<') && type.DeclaringType is { } outer)
        {
            name = Written().Match(name) is { Success: true } own ? own.Value
                : Written().Match(type.Name) is { Success: true } host ? host.Value : name;
            type = outer;
        }
        return member is Type && type == member ? type.Name : $"{type.Name}.{name}";
    }

    [GeneratedRegex(@"(?<=<)\w+(?=>)")]
    private static partial Regex Written();
}
