using System.Diagnostics.CodeAnalysis;

namespace PlanRegistry.Records;

/// <summary>How one record names another: the district that holds it and its code there. Written 500154:DEV-2021.</summary>
public readonly record struct Key<T>(DistrictCode District, string Code) : IColumnValue<Key<T>>
{
    public static Type Names => typeof(T);

    public string Named => ToString();

    /// <summary>Reads CODE (of <paramref name="home"/>) or DISTRICT:CODE.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, DistrictCode home, out Key<T> key)
    {
        key = default;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }
        var colon = text.IndexOf(':');
        if (colon == 6 && DistrictCode.TryParse(text[..6], out var district) && text.Length > 7)
        {
            key = new Key<T>(district, text[7..]);
            return true;
        }
        key = new Key<T>(home, text);
        return true;
    }

    /// <summary>As a file of the district <paramref name="home"/> writes it: without the district when that is its own.</summary>
    public string Within(DistrictCode home) => District == home ? Code : ToString();

    public override string ToString() => $"{District}:{Code}";
}
