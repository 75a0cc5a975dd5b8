namespace PlanRegistry.Intake;

/// <summary>Headings of packs that were written in old words: schema/renamings.csv says what each is called now.</summary>
internal static class Renamings
{
    private static readonly Dictionary<(string File, string Old), string> Headings = Read();

    /// <summary>What an old heading of the file is called now; null for one that never was.</summary>
    public static string? Of(string file, string heading) => Headings.GetValueOrDefault((file, heading));

    private static Dictionary<(string, string), string> Read()
    {
        using var reader = new StreamReader(typeof(Renamings).Assembly.GetManifestResourceStream("renamings.csv")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)
            .Select(line => line.Split(','))
            .Where(row => row[2].EndsWith(".csv", StringComparison.Ordinal))
            .ToDictionary(row => (row[2], row[0]), row => row[1]);
    }
}
