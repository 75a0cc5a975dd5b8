using System.Reflection;
using System.Runtime.CompilerServices;

namespace RuleEngine.Tests;

public class PublicApiTests
{
    [Fact]
    public void The_public_API_is_the_approved_one()
    {
        var lines = typeof(ISession).Assembly.GetExportedTypes()
            .OrderBy(t => t.FullName, StringComparer.Ordinal)
            .SelectMany(type => MembersOf(type).Prepend(Describe(type)));

        Approved.Matches(string.Join('\n', lines) + "\n", "PublicApi.approved.txt");
    }

    private static IEnumerable<string> MembersOf(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(IsVisible)
        .Where(m => !m.IsDefined(typeof(CompilerGeneratedAttribute)) && m is not TypeInfo and not MethodInfo { IsSpecialName: true })
        .Select(m => $"  {Describe(m)}")
        .Order(StringComparer.Ordinal);

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily,
        PropertyInfo property => property.GetAccessors(true).Any(a => a.IsPublic || a.IsFamily),
        FieldInfo field => field is { IsPublic: true, IsSpecialName: false },
        EventInfo => true,
        _ => false,
    };

    private static string Describe(Type type) =>
        $"{(type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class")} {type.FullName}";

    private static string Describe(MemberInfo member) => member switch
    {
        PropertyInfo property => $"{property} {{ {(property.CanRead ? "get; " : "")}{(property.SetMethod?.IsPublic == true ? "set; " : "")}}}",
        FieldInfo { IsLiteral: true } field => $"{field.Name} = {field.GetRawConstantValue()}",
        _ => member.ToString()!,
    };
}

/// <summary>Compares text with an approved file beside the tests; APPROVE=1 in the environment writes the file instead.</summary>
internal static class Approved
{
    public static void Matches(string text, string file, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, file);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1") File.WriteAllText(path, text);
        File.ReadAllText(path).ReplaceLineEndings("\n").Should().Be(text);
    }
}
