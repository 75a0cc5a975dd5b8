using System.Reflection;
using RuleEngine.Fluent.Dsl;

namespace RuleEngine.Fluent;

/// <summary>Says which rule classes to load: by default the public, top-level, concrete ones.</summary>
public interface IRuleLoadSpec
{
    /// <summary>Whether to load rules that are not public.</summary>
    IRuleLoadSpec PrivateTypes(bool include = true);

    /// <summary>Whether to load rules nested in other classes.</summary>
    IRuleLoadSpec NestedTypes(bool include = true);

    /// <summary>Loads from assemblies.</summary>
    IRuleLoadSpec From(params Assembly[] assemblies);

    /// <summary>Loads from assemblies.</summary>
    IRuleLoadSpec From(IEnumerable<Assembly> assemblies);

    /// <summary>Loads from types; other types than rules are passed over.</summary>
    IRuleLoadSpec From(params Type[] types);

    /// <summary>Loads from types; other types than rules are passed over.</summary>
    IRuleLoadSpec From(IEnumerable<Type> types);

    /// <summary>Loads what a scanner finds.</summary>
    IRuleLoadSpec From(Action<IRuleTypeScanner> scanAction);

    /// <summary>Keeps the rules the filter accepts; may be said once.</summary>
    IRuleLoadSpec Where(Func<IRuleMetadata, bool> filter);

    /// <summary>The rule set to load into; may be said once.</summary>
    IRuleLoadSpec To(string ruleSetName);
}

/// <summary>Gathers types to load rules from.</summary>
public interface IRuleTypeScanner
{
    /// <summary>All types of the assemblies.</summary>
    IRuleTypeScanner Assembly(params Assembly[] assemblies);

    /// <summary>All types of the assembly that holds the type.</summary>
    IRuleTypeScanner AssemblyOf<T>();

    /// <summary>All types of the assembly that holds the type.</summary>
    IRuleTypeScanner AssemblyOf(Type type);

    /// <summary>The types.</summary>
    IRuleTypeScanner Type(params Type[] types);

    /// <summary>Whether to load rules that are not public.</summary>
    IRuleTypeScanner PrivateTypes(bool include = true);

    /// <summary>Whether to load rules nested in other classes.</summary>
    IRuleTypeScanner NestedTypes(bool include = true);
}

internal sealed class RuleLoadSpec : IRuleLoadSpec, IRuleTypeScanner
{
    private readonly List<Type> _types = [];
    private bool _private;
    private bool _nested;
    private Func<IRuleMetadata, bool>? _filter;

    public string? RuleSetName { get; private set; }

    public IEnumerable<Type> RuleTypes() => _types.Where(IsRule).Distinct().Where(t => _filter is null || _filter(new RuleMetadata(t)));

    public IRuleLoadSpec PrivateTypes(bool include = true) => Do(() => _private = include);

    public IRuleLoadSpec NestedTypes(bool include = true) => Do(() => _nested = include);

    public IRuleLoadSpec From(params Assembly[] assemblies) => From(assemblies.AsEnumerable());

    public IRuleLoadSpec From(IEnumerable<Assembly> assemblies) => From(assemblies.SelectMany(a => a.GetTypes()));

    public IRuleLoadSpec From(params Type[] types) => From(types.AsEnumerable());

    public IRuleLoadSpec From(IEnumerable<Type> types) => Do(() => _types.AddRange(types));

    public IRuleLoadSpec From(Action<IRuleTypeScanner> scanAction) => Do(() => scanAction(this));

    public IRuleLoadSpec Where(Func<IRuleMetadata, bool> filter) => _filter is null
        ? Do(() => _filter = filter)
        : throw new InvalidOperationException("The load specification has a filter already; Where may be said once.");

    public IRuleLoadSpec To(string ruleSetName) => RuleSetName is null
        ? Do(() => RuleSetName = ruleSetName)
        : throw new InvalidOperationException($"The rules go to the rule set '{RuleSetName}' already; To may be said once.");

    public IRuleTypeScanner Assembly(params Assembly[] assemblies) => Do(() => _types.AddRange(assemblies.SelectMany(a => a.GetTypes())));

    public IRuleTypeScanner AssemblyOf<T>() => AssemblyOf(typeof(T));

    public IRuleTypeScanner AssemblyOf(Type type) => Assembly(type.Assembly);

    public IRuleTypeScanner Type(params Type[] types) => Do(() => _types.AddRange(types));

    IRuleTypeScanner IRuleTypeScanner.PrivateTypes(bool include) => Do(() => _private = include);

    IRuleTypeScanner IRuleTypeScanner.NestedTypes(bool include) => Do(() => _nested = include);

    private bool IsRule(Type type) =>
        typeof(Rule).IsAssignableFrom(type) && type is { IsAbstract: false, ContainsGenericParameters: false }
        && (_nested || !type.IsNested) && (_private || IsVisible(type));

    private static bool IsVisible(Type type) => type.IsNested ? type.IsNestedPublic && IsVisible(type.DeclaringType!) : type.IsPublic;

    private RuleLoadSpec Do(Action change)
    {
        change();
        return this;
    }
}
