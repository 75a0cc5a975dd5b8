using GraphQLEngine.Language;

namespace GraphQLEngine.Validation;

/// <summary>One rule of the specification's section 5. Rules see every node of one walk; returning false from <see cref="Enter"/> spares a rule the nodes below.</summary>
internal abstract class ValidationRule(ValidationContext context)
{
    protected ValidationContext Context { get; } = context;

    /// <summary>Set by the walk: the node below which this rule sees nothing.</summary>
    public Node? Skipping { get; set; }

    public virtual bool Enter(Node node) => true;

    public virtual void Leave(Node node)
    {
    }
}
