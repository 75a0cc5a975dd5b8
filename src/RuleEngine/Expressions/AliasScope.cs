using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;
using RuleEngine.Rete;
using RuleEngine.RuleModel;

namespace RuleEngine.Expressions;

/// <summary>
/// The aliases known at one point of a rule, and where a token keeps each. An alias is written as a captured local or a
/// property, so it is recognised by its name at the end of a path that starts at a closure or at the rule itself: a fact's
/// property of the same name is not an alias.
/// </summary>
internal sealed class AliasScope
{
    private const int ServiceLevel = -1;

    private readonly ImmutableDictionary<string, Slot> _slots;

    private AliasScope(ImmutableDictionary<string, Slot> slots) => _slots = slots;

    public static AliasScope Empty { get; } = new(ImmutableDictionary<string, Slot>.Empty);

    /// <summary>Adds or hides an alias whose fact sits on the token of the given level.</summary>
    public AliasScope With(Declaration alias, int level) => alias.Name.Length == 0 ? this : new(_slots.SetItem(alias.Name, new Slot(alias.Type, level)));

    /// <summary>Replaces aliases by reads from a token, and the alias of the pattern itself by its fact.</summary>
    public Expression Bind(
        Expression body, Expression token, int tokenLevel, string ownAlias = "", Expression? ownFact = null, Expression? context = null) =>
        new Binder(this, token, tokenLevel, ownAlias, ownFact, context).Visit(body);

    /// <summary>Adds an alias of a service; only actions, which have a context, can read it.</summary>
    public AliasScope WithService(Declaration alias) => new(_slots.SetItem(alias.Name, new Slot(alias.Type, ServiceLevel)));

    /// <summary>Whether the expression reads an earlier alias.</summary>
    public bool IsReadBy(Expression body, string ownAlias) => AliasReadBy(body, ownAlias) is not null;

    /// <summary>The first alias of the scope that the expression reads, or null.</summary>
    public string? AliasReadBy(Expression body, string ownAlias = "")
    {
        var search = new Search(this, ownAlias);
        search.Visit(body);
        return search.Found;
    }

    /// <summary>The aliases of this scope that the other has not.</summary>
    public AliasScope Without(AliasScope other) => new(_slots.RemoveRange(other._slots.Keys));

    /// <summary>The alias a member access stands for, or null.</summary>
    public static string? NameOf(MemberExpression node)
    {
        for (var path = node.Expression; ;)
        {
            switch (path)
            {
                case ConstantExpression: return node.Member.Name;
                case MemberExpression { Member: FieldInfo field } outer when field.Name.StartsWith("CS$<>", StringComparison.Ordinal):
                    path = outer.Expression;
                    break;
                case MemberExpression { Member: FieldInfo field } outer when field.Name.StartsWith("<>", StringComparison.Ordinal):
                    path = outer.Expression;
                    break;
                default: return null;
            }
        }
    }

    private sealed record Slot(Type Type, int Level);

    private sealed class Search(AliasScope scope, string ownAlias) : ExpressionVisitor
    {
        public string? Found { get; private set; }

        protected override Expression VisitMember(MemberExpression node)
        {
            if (NameOf(node) is { } name && name != ownAlias && scope._slots.ContainsKey(name)) Found ??= name;
            return base.VisitMember(node);
        }
    }

    private sealed class Binder(AliasScope scope, Expression token, int tokenLevel, string ownAlias, Expression? ownFact, Expression? context) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node)
        {
            if (NameOf(node) is not { } name) return base.VisitMember(node);
            if (ownFact is not null && name == ownAlias && node.Type.IsAssignableFrom(ownFact.Type)) return ownFact;
            return scope._slots.TryGetValue(name, out var slot) ? Read(slot, node.Type) : base.VisitMember(node);
        }

        private UnaryExpression Read(Slot slot, Type type)
        {
            if (slot.Level == ServiceLevel)
                return Expression.Convert(Expression.Call(context!, nameof(IContext.Resolve), null, Expression.Constant(slot.Type)), type);
            var at = token;
            for (var level = tokenLevel; level > slot.Level; level--) at = Expression.Field(at, TokenMembers.Parent);
            return Expression.Convert(Expression.Field(Expression.Field(at, TokenMembers.Fact), TokenMembers.Value), type);
        }
    }

    private static class TokenMembers
    {
        public static readonly FieldInfo Parent = Field(typeof(Token), nameof(Token.Parent));
        public static readonly FieldInfo Fact = Field(typeof(Token), nameof(Token.Fact));
        public static readonly FieldInfo Value = Field(typeof(Fact), nameof(Rete.Fact.Value));

        private static FieldInfo Field(Type type, string name) => type.GetField(name, BindingFlags.Instance | BindingFlags.Public)!;
    }
}
