using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Indicators;

/// <summary>What an indicator is called: its code, its key, its name and its aliases.</summary>
public static class IndicatorNames
{
    /// <summary>Whether a text names the indicator, or one that is the same.</summary>
    public static bool Fits(RegistryView view, Indicator indicator, string text) =>
        (indicator.Aliases ?? []).Append(indicator.Name).Append(indicator.Code).Append(indicator.Key.ToString())
            .Any(n => TitleKey.Same(n, text))
        || (Key<Indicator>.TryParse(text, view.Code, out var key) && view.Indicator(key) is not null
            && view.Identity(key) == view.Identity(indicator.Key));
}
