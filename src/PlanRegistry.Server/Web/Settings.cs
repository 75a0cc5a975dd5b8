using System.Globalization;

namespace PlanRegistry.Server.Web;

/// <summary>A setting that the server cannot start with: one sentence that names the key and what is allowed.</summary>
public sealed class SettingException(string message) : Exception(message);

/// <summary>Reads settings strictly: a key that nobody knows is a mistake, as is a value out of its range.</summary>
internal static class Settings
{
    /// <summary>Every setting of a section, applied to <paramref name="defaults"/> one after the other.</summary>
    public static T Read<T>(this IConfigurationSection section, T defaults,
        IReadOnlyDictionary<string, Func<T, IConfigurationSection, T>> known)
    {
        if (!string.IsNullOrEmpty(section.Value))
        {
            throw new SettingException(
                $"{section.Path} is \"{section.Value}\", but holds settings of its own: {string.Join(", ", known.Keys)}.");
        }
        return section.GetChildren().Aggregate(defaults, (read, setting) => known.TryGetValue(setting.Key, out var apply)
            ? apply(read, setting)
            : throw new SettingException($"{setting.Path} is no setting; {section.Path} has {string.Join(", ", known.Keys)}."));
    }

    public static int Whole(this IConfigurationSection setting, int from, int to) =>
        int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to
            ? number
            : throw Wrong(setting, $"a whole number from {from} to {to}");

    public static TimeSpan Time(this IConfigurationSection setting, TimeSpan from, TimeSpan to) =>
        TimeSpan.TryParseExact(setting.Value, @"hh\:mm\:ss", CultureInfo.InvariantCulture, out var time) && time >= from && time <= to
            ? time
            : throw Wrong(setting, $"a time from {from:hh\\:mm\\:ss} to {to:hh\\:mm\\:ss}");

    public static bool Flag(this IConfigurationSection setting) =>
        bool.TryParse(setting.Value, out var flag) ? flag : throw Wrong(setting, "true or false");

    public static T OneOf<T>(this IConfigurationSection setting, params (string Word, T Value)[] words)
    {
        foreach (var (word, value) in words)
        {
            if (string.Equals(word, setting.Value, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }
        throw Wrong(setting, string.Join(" or ", words.Select(w => w.Word)));
    }

    public static SettingException Wrong(IConfigurationSection setting, string allowed) =>
        new($"{setting.Path} is {(setting.Value is null ? "a section" : $"\"{setting.Value}\"")}; allowed is {allowed}.");
}
