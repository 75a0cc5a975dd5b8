namespace RuleEngine.Tests.Oracle;

/// <summary>
/// What a naive evaluator must remember between steps: which matches wait and since when, which have fired, and what they
/// yielded when they last did.
/// </summary>
internal sealed class OracleLedger
{
    private readonly Dictionary<string, Entry> _entries = [];
    private int _step;

    private sealed class Entry
    {
        public required NaiveJudge.Found Found { get; set; }
        public object? Key { get; set; }
        public int? WaitingSince { get; set; }
        public bool HasFired { get; set; }
        public string? Yielded { get; set; }
    }

    public IEnumerable<string> Waiting => _entries.Where(e => e.Value.WaitingSince is not null).Select(e => e.Key);

    public IEnumerable<string> Yielded => _entries.Values.Select(e => e.Yielded).OfType<string>();

    /// <summary>A step has changed facts, and these are the matches now.</summary>
    public void Note(IEnumerable<NaiveJudge.Found> matches, IReadOnlyCollection<OracleFact> touched)
    {
        _step++;
        var now = matches.ToDictionary(m => m.Identity);
        foreach (var lost in _entries.Keys.Where(identity => !now.TryGetValue(identity, out var match) || match.IsRemade).ToList()) _entries.Remove(lost);
        foreach (var (identity, match) in now)
        {
            if (!_entries.TryGetValue(identity, out var entry))
                _entries.Add(identity, new Entry { Found = match, Key = match.Key, WaitingSince = match.Passes ? _step : null });
            else Note(entry, match, touched);
        }
    }

    public void Fire()
    {
        foreach (var entry in _entries.Values.Where(e => e.WaitingSince is not null))
        {
            var yielded = new Derived(entry.Found.Match);
            (entry.WaitingSince, entry.HasFired, entry.Yielded) = (null, true, $"{yielded.Name} {yielded.A} {yielded.B}");
        }
    }

    /// <summary>Higher priority first; within a priority those that wait since an earlier step. Null when the order is right.</summary>
    public string? WrongOrder(IReadOnlyList<string> fired)
    {
        var places = fired.Select(identity => (-_entries[identity].Found.Rule.RulePriority, _entries[identity].WaitingSince!.Value)).ToList();
        return places.SequenceEqual(places.Order()) ? null : string.Join(' ', fired.Zip(places));
    }

    private void Note(Entry entry, NaiveJudge.Found match, IReadOnlyCollection<OracleFact> touched)
    {
        var isTouched = touched.Any(fact => match.Parts.Contains(fact) || entry.Found.Parts.Contains(fact));
        entry.Found = match;
        if (!isTouched) return;
        var hasNews = match.Key is null || !entry.HasFired || !Equals(match.Key, entry.Key);
        entry.Key = match.Key;
        if (!match.Passes) entry.WaitingSince = null;
        else if (hasNews && !(entry.HasFired && match.Rule.FiresOnce)) entry.WaitingSince ??= _step;
    }
}
