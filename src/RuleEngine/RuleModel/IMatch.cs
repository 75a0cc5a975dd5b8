namespace RuleEngine.RuleModel;

/// <summary>One set of facts that satisfies all conditions of a rule.</summary>
public interface IMatch
{
    /// <summary>The rule that matched.</summary>
    IRuleDefinition Rule { get; }

    /// <summary>The matched facts in the order of the rule's patterns, query results and let values included.</summary>
    IEnumerable<IFactMatch> Facts { get; }

    /// <summary>Why the match is on the agenda now.</summary>
    MatchTrigger Trigger { get; }
}

/// <summary>What brought a match to the agenda.</summary>
[Flags]
public enum MatchTrigger
{
    /// <summary>Nothing: the match is not on the agenda.</summary>
    None = 0,

    /// <summary>The match is new.</summary>
    Created = 1,

    /// <summary>A fact of the match was updated.</summary>
    Updated = 2,

    /// <summary>The match was lost.</summary>
    Removed = 4,
}

/// <summary>When an action of a rule runs.</summary>
[Flags]
public enum ActionTrigger
{
    /// <summary>Never.</summary>
    None = 0,

    /// <summary>The match fires for the first time.</summary>
    Activated = 1,

    /// <summary>The match fires again after an update.</summary>
    Reactivated = 2,

    /// <summary>The match was lost after it had fired.</summary>
    Deactivated = 4,
}

/// <summary>Whether a match that has fired may fire again.</summary>
public enum RuleRepeatability
{
    /// <summary>Every update of its facts fires it again.</summary>
    Repeatable = 0,

    /// <summary>It fires once, until the match is lost.</summary>
    NonRepeatable = 1,
}
