namespace PlanRegistry.Conformance;

/// <summary>
/// Which plans a rule judges and what excuses from it, as the rule itself says: beside those that every rule judges, plans past their
/// horizon, secret ones and those withdrawn or superseded (RULE-CODES, "Whom"); and whether an exemption that names no rules covers it.
/// The rules hand it in: the domain
/// knows no rule by its code.
/// </summary>
public sealed record RuleReach(string Code, bool Expired, bool Secret, bool Ended, bool IsExemptible);

/// <summary>
/// The rules that money asks about: the one on listing, whose finding stands in its way, and the one on money itself, which an exemption
/// must cover.
/// </summary>
public sealed record MoneyRules(RuleReach Listing, RuleReach Money);
