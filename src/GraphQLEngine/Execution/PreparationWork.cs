namespace GraphQLEngine.Execution;

/// <summary>What it took to prepare a document, counted where a limit can end it: a refused attack shows here that it was ended early.</summary>
internal sealed class PreparationWork
{
    /// <summary>Tokens that the lexer gave out.</summary>
    public int Tokens { get; set; }

    /// <summary>Comparisons by the rule on overlapping fields.</summary>
    public int FieldComparisons { get; set; }

    /// <summary>Steps of rules whose work grows with operations times fragments.</summary>
    public int ValidationSteps { get; set; }

    /// <summary>Fragment spreads followed while measuring operations.</summary>
    public int FragmentVisits { get; set; }

    /// <summary>Fields met while measuring operations, those of fragments each time.</summary>
    public int FieldVisits { get; set; }
}
