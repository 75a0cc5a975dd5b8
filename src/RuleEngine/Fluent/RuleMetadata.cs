using System.Reflection;
using RuleEngine.Fluent.Dsl;
using RuleEngine.RuleModel;

namespace RuleEngine.Fluent;

/// <summary>What the attributes of a rule class say, without running it.</summary>
public interface IRuleMetadata
{
    /// <summary>The class of the rule.</summary>
    Type RuleType { get; }

    /// <summary>The rule's name.</summary>
    string Name { get; }

    /// <summary>The rule's sentence; empty unless given.</summary>
    string Description { get; }

    /// <summary>The rule's tags, inherited ones included.</summary>
    string[] Tags { get; }
}

/// <summary>Questions to ask rule metadata.</summary>
public static class RuleMetadataExtensions
{
    /// <summary>Whether the rule carries the tag.</summary>
    public static bool IsTagged(this IRuleMetadata metadata, string tag) => metadata.Tags.Contains(tag);
}

internal sealed class RuleMetadata(Type ruleType) : IRuleMetadata
{
    public Type RuleType { get; } = ruleType;
    public string Name { get; } = ruleType.GetCustomAttribute<NameAttribute>(false)?.Value ?? ruleType.FullName!;
    public string Description { get; } = ruleType.GetCustomAttribute<DescriptionAttribute>(false)?.Value ?? "";
    public string[] Tags { get; } = [.. ruleType.GetCustomAttributes<TagAttribute>(true).Select(t => t.Value)];
    public int Priority { get; } = ruleType.GetCustomAttribute<PriorityAttribute>(true)?.Value ?? 0;
    public RuleRepeatability Repeatability { get; } =
        ruleType.GetCustomAttribute<RepeatabilityAttribute>(false)?.Value ?? RuleRepeatability.Repeatable;
}
